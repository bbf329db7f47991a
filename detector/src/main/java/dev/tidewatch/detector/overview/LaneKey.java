package dev.tidewatch.detector.overview;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * What tells lanes apart; empty, or -1, where a lane is of all.
 *
 * @param name the detector's
 * @param series its number
 */
record LaneKey(
    long detector, String name, String measure, String dimension, String value, long series) {
  static final Comparator<LaneKey> ORDER =
      Comparator.comparing(LaneKey::name)
          .thenComparing(LaneKey::measure)
          .thenComparing(LaneKey::dimension)
          .thenComparing(LaneKey::value)
          .thenComparing(LaneKey::series);

  LaneKey {
    requireNonNull(name, "name");
    requireNonNull(measure, "measure");
    requireNonNull(dimension, "dimension");
    requireNonNull(value, "value");
  }
}
