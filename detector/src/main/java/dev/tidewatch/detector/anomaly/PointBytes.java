package dev.tidewatch.detector.anomaly;

import java.nio.ByteBuffer;
import java.time.Instant;

/** Points as bytes: 24 each; in a chunk four more that say when. */
final class PointBytes {
  static final int POINT = Double.BYTES + 4 * Float.BYTES;
  static final int TIMED = Integer.BYTES + POINT;

  private PointBytes() {}

  static void put(ByteBuffer bytes, Point point) {
    bytes
        .putDouble(point.value())
        .putFloat(point.expected())
        .putFloat(point.lower())
        .putFloat(point.upper())
        .putFloat(point.severity());
  }

  static Point get(ByteBuffer bytes, Instant interval) {
    return new Point(
        interval,
        bytes.getDouble(),
        bytes.getFloat(),
        bytes.getFloat(),
        bytes.getFloat(),
        bytes.getFloat());
  }

  /** Of a series that was not known in an interval. */
  static void putNothing(ByteBuffer bytes) {
    bytes
        .putDouble(Double.NaN)
        .putFloat(Float.NaN)
        .putFloat(Float.NaN)
        .putFloat(Float.NaN)
        .putFloat(0);
  }
}
