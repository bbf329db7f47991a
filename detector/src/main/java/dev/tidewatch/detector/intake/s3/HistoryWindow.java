package dev.tidewatch.detector.intake.s3;

import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Instant;
import java.time.Period;

/** How far back a data set's history reaches (contract section 4.3). */
public final class HistoryWindow {
  /** A backtest may look at any time that intervals can have. */
  private static final Instant ALL_TIME = Instant.parse("0001-01-02T00:00:00Z");

  private HistoryWindow() {}

  /** From the window's beginning to the end of the last interval that is over. */
  public static Interval of(Dataset dataset, Instant now) {
    Instant end = dataset.calendar().intervalOf(now).start();
    return new Interval(dataset.isBacktest() ? ALL_TIME : start(dataset, end), end);
  }

  private static Instant start(Dataset dataset, Instant end) {
    return end.atZone(dataset.zone()).minus(reach(dataset.length())).toInstant();
  }

  private static Period reach(IntervalLength length) {
    return switch (length) {
      case PT5M -> Period.ofMonths(3);
      case PT10M -> Period.ofMonths(6);
      case PT1H -> Period.ofYears(3);
      case P1D -> Period.ofYears(5);
    };
  }
}
