package dev.tidewatch.detector.child;

import dev.tidewatch.scoring.cube.IntervalRows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What stores sell of items, five minutes by five minutes: with days and noise, the same whenever
 * it is asked for. Store {@code s7} sells next to nothing in an interval that fell.
 */
public record Trade(int stores, int items, List<String> measures) {
  public static final Duration INTERVAL = Duration.ofMinutes(5);
  private static final int FALLING_STORE = 7;
  private static final double DAY = 86_400;

  /** The names of the dimensions. */
  public static List<String> dimensions() {
    return List.of("store", "item");
  }

  /** The first line of a file. */
  public String header() {
    return "time,store,item," + String.join(",", measures) + "\n";
  }

  /** The records of an interval as CSV; each combination's sales in so many records. */
  public void append(StringBuilder csv, Instant start, boolean fell, int records) {
    long second = start.getEpochSecond();
    SplittableRandom noise = new SplittableRandom(second);
    for (int store = 0; store < stores; store++) {
      for (int item = 0; item < items; item++) {
        for (int record = 0; record < records; record++) {
          csv.append(second + record).append(",s").append(store).append(",i").append(item);
          for (int measure = 0; measure < measures.size(); measure++) {
            csv.append(',').append(sold(second, store, item, fell, noise));
          }
          csv.append('\n');
        }
      }
    }
  }

  /** The same, summed already. */
  public IntervalRows rows(Instant start, boolean fell) {
    IntervalRows.Builder rows = IntervalRows.at(start, 2, measures.size());
    long second = start.getEpochSecond();
    SplittableRandom noise = new SplittableRandom(second);
    for (int store = 0; store < stores; store++) {
      for (int item = 0; item < items; item++) {
        int s = store;
        int i = item;
        rows.add(
            List.of("s" + store, "i" + item),
            measures.stream().mapToDouble(each -> sold(second, s, i, fell, noise)).toArray());
      }
    }
    return rows.build();
  }

  private static long sold(long second, int store, int item, boolean fell, SplittableRandom noise) {
    double day = 1.5 + Math.sin(2 * Math.PI * (second % DAY) / DAY + store);
    double usual = (200 + 13 * item + 40 * store) * day;
    double factor = fell && store == FALLING_STORE ? .1 : 1;
    return Math.round(usual * factor * (1 + .05 * (noise.nextDouble() - .5)));
  }

  /** So many intervals as one CSV file, the last one ending then. */
  public String history(int intervals, Instant end) {
    StringBuilder csv = new StringBuilder(header());
    IntStream.range(0, intervals)
        .mapToObj(i -> end.minus(INTERVAL.multipliedBy(intervals - i)))
        .forEach(start -> append(csv, start, false, 1));
    return csv.toString();
  }

  /** The start of the interval a time is in. */
  public static Instant intervalOf(Instant time) {
    long seconds = INTERVAL.toSeconds();
    return Instant.ofEpochSecond(time.getEpochSecond() / seconds * seconds);
  }
}
