package dev.tidewatch.scoring.series;

/** Bytes that are not the state of a series with these settings, or no longer. */
public final class UnreadableState extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  UnreadableState(String message) {
    super(message);
  }
}
