package dev.tidewatch.evaluation.baseline;

import dev.tidewatch.evaluation.series.SeriesDetector;
import dev.tidewatch.evaluation.series.SeriesMethod;
import dev.tidewatch.evaluation.series.Verdict;
import dev.tidewatch.scoring.series.SeriesSettings;
import java.time.Instant;

/**
 * The distance from an exponentially weighted moving average, in units of an exponentially weighted
 * mean absolute deviation; both learn from clipped values.
 *
 * <p>Roberts, "Control Chart Tests Based on Geometric Moving Averages", Technometrics 1959.
 * Weights: 0.1 for the level, 0.02 for the deviation.
 */
final class MovingAverageMethod implements SeriesMethod {
  private static final double LEVEL_WEIGHT = 0.1;
  private static final double DEVIATION_WEIGHT = 0.02;
  private static final int WARM_UP = 30;

  @Override
  public String name() {
    return "ewma-z";
  }

  @Override
  public SeriesDetector detector(SeriesSettings settings) {
    return new Detector();
  }

  private static final class Detector implements SeriesDetector {
    private double level;
    private double deviation;
    private long seen;

    @Override
    public Verdict judge(Instant start, double value) {
      if (Double.isNaN(value)) {
        return Verdict.NOTHING;
      }
      double sigma = RobustVerdict.SIGMAS_PER_MEAN_DEVIATION * deviation;
      boolean warm = seen >= WARM_UP;
      Verdict verdict = warm ? RobustVerdict.of(value, level, sigma) : Verdict.NOTHING;
      learn(warm ? RobustVerdict.clipped(value, level, sigma) : value);
      return verdict;
    }

    /** A plain average until there are as many values as the weights remember. */
    private void learn(double value) {
      seen++;
      double error = seen == 1 ? 0 : value - level;
      level = seen == 1 ? value : level + Math.max(LEVEL_WEIGHT, 1.0 / seen) * error;
      deviation += Math.max(DEVIATION_WEIGHT, 1.0 / seen) * (Math.abs(error) - deviation);
    }
  }
}
