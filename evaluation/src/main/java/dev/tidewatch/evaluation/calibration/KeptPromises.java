package dev.tidewatch.evaluation.calibration;

import java.util.Locale;

/**
 * How many promises of one severity were kept within a factor of two. Where fewer than five alerts
 * were promised the count decides nothing by itself: there it is only told whether it contradicts
 * the promise.
 */
final class KeptPromises {
  /** Of fewer, a count is beside the factor by chance more often than not worth telling. */
  private static final double LEAST_PROMISED = 5;

  private int decided;
  private int kept;
  private int undecided;
  private int uncontradicted;
  private long observed;
  private double promised;

  void add(Ratio ratio) {
    observed += ratio.observed();
    promised += ratio.promised();
    if (ratio.promised() < LEAST_PROMISED) {
      undecided++;
      uncontradicted += ratio.mayBeWithinFactorTwo() ? 1 : 0;
    } else {
      decided++;
      kept += ratio.withinFactorTwo() ? 1 : 0;
    }
  }

  /** In one line; the interval is that of all alerts together. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "within a factor of two %d of %d", kept, decided));
    if (undecided > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "; too few promised to decide %d, %d of them not against it",
              undecided,
              uncontradicted));
    }
    if (promised > 0) {
      Ratio all = new Ratio(observed, promised);
      text.append(
          String.format(
              Locale.ROOT,
              "; all together %.2f [%.2f-%.2f]",
              all.value(),
              all.lower(),
              all.upper()));
    }
    return text.toString();
  }
}
