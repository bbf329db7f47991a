package dev.tidewatch.etl.shape;

/** Placeholder until the shaping lands. */
public final class RangeShaper {
  private RangeShaper() {}
}
