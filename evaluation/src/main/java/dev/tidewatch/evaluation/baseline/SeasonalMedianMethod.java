package dev.tidewatch.evaluation.baseline;

import dev.tidewatch.evaluation.series.SeriesDetector;
import dev.tidewatch.evaluation.series.SeriesMethod;
import dev.tidewatch.evaluation.series.Verdict;
import dev.tidewatch.scoring.series.SeriesSettings;

/**
 * The distance from the median of the same hour of the last fourteen days, in units of that hour's
 * median absolute deviation; daily values use the day of the week and fourteen weeks.
 *
 * <p>The "same hour of the days before" rule of operations handbooks with Hampel's robust scale
 * ("The Influence Curve and Its Role in Robust Estimation", JASA 1974).
 */
final class SeasonalMedianMethod implements SeriesMethod {
  static final String NAME = "seasonal-median";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SeriesDetector detector(SeriesSettings settings) {
    SeasonalMedian median = new SeasonalMedian(settings);
    return (start, value) -> {
      MedianBand band = median.next(start, value);
      return Double.isNaN(value) ? Verdict.NOTHING : band.judge(value);
    };
  }
}
