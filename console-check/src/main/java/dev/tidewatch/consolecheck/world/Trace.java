package dev.tidewatch.consolecheck.world;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The points of one series: values, what was expected, how far the band reaches, how severe. */
final class Trace {
  private static final int CHUNK = 256;
  private static final int POINT = Integer.BYTES + Double.BYTES + 4 * Float.BYTES;

  final double[] value;
  final float[] expected;
  private final float[] variance;
  final float[] severity;

  Trace(int intervals) {
    this.value = new double[intervals];
    this.expected = new float[intervals];
    this.variance = new float[intervals];
    this.severity = new float[intervals];
  }

  void add(int place, double more, double moreExpected, double deviation) {
    value[place] += more;
    expected[place] += (float) moreExpected;
    variance[place] += (float) (deviation * deviation);
  }

  double reach(int place) {
    return 3.5 * Math.sqrt(variance[place]);
  }

  double lower(int place) {
    return Math.max(0, expected[place] - reach(place));
  }

  double upper(int place) {
    return expected[place] + reach(place);
  }

  /** Of the intervals whose places are given, the one with the largest deviation. */
  int worst(int from, int to) {
    int worst = from;
    for (int place = from; place <= to; place++) {
      if (strangeness(place) > strangeness(worst)) {
        worst = place;
      }
    }
    return worst;
  }

  private double strangeness(int place) {
    return Math.abs(value[place] - expected[place]) / Math.max(reach(place), 1e-9);
  }

  /** Adds its chunks. Before a place nothing was expected: the engine learnt. */
  void addTo(
      PreparedBatch batch,
      long detector,
      int number,
      String measure,
      Instant start,
      Duration interval,
      int known) {
    for (int from = 0; from < value.length; from += CHUNK) {
      int to = Math.min(value.length, from + CHUNK);
      ByteBuffer bytes = ByteBuffer.allocate((to - from) * POINT);
      for (int place = from; place < to; place++) {
        boolean knows = place >= known;
        bytes
            .putInt(Math.toIntExact(interval.toSeconds() * (place - from)))
            .putDouble(value[place])
            .putFloat(knows ? expected[place] : Float.NaN)
            .putFloat(knows ? (float) lower(place) : Float.NaN)
            .putFloat(knows ? (float) upper(place) : Float.NaN)
            .putFloat(knows ? severity[place] : 0);
      }
      batch.add(
          detector,
          number,
          measure,
          start.plus(interval.multipliedBy(from)).getEpochSecond(),
          bytes.array());
    }
  }
}
