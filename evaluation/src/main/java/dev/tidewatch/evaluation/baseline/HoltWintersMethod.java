package dev.tidewatch.evaluation.baseline;

import dev.tidewatch.evaluation.series.SeriesDetector;
import dev.tidewatch.evaluation.series.SeriesMethod;
import dev.tidewatch.evaluation.series.Verdict;
import dev.tidewatch.scoring.series.SeriesSettings;
import java.time.Instant;

/**
 * Additive exponential smoothing of level, trend and daily season that learns from clipped values;
 * daily values have a weekly season.
 *
 * <p>Winters, "Forecasting Sales by Exponentially Weighted Moving Averages", Management Science
 * 1960, cleaned as by Gelper, Fried and Croux, "Robust Forecasting with Exponential and
 * Holt–Winters Smoothing", Journal of Forecasting 2010. Weights: level 0.1, trend 0.001, season
 * 0.2, deviation 0.02.
 */
final class HoltWintersMethod implements SeriesMethod {
  private static final double LEVEL_WEIGHT = 0.1;
  private static final double TREND_WEIGHT = 0.001;
  private static final double SEASON_WEIGHT = 0.2;
  private static final double DEVIATION_WEIGHT = 0.02;

  @Override
  public String name() {
    return "holt-winters";
  }

  @Override
  public SeriesDetector detector(SeriesSettings settings) {
    return new Detector(Season.byInterval(settings));
  }

  private static final class Detector implements SeriesDetector {
    private static final int WARM_UP = 30;

    private final Season season;
    private final double[] seasonal;
    private double level;
    private double trend;
    private double deviation;
    private long seen;
    private long learnt;

    Detector(Season season) {
      this.season = season;
      this.seasonal = new double[season.slots()];
    }

    @Override
    public Verdict judge(Instant start, double value) {
      if (Double.isNaN(value)) {
        return Verdict.NOTHING;
      }
      int slot = season.slotOf(start);
      if (seen < seasonal.length) {
        gather(slot, value);
        return Verdict.NOTHING;
      }
      double expected = level + trend + seasonal[slot];
      double sigma = RobustVerdict.SIGMAS_PER_MEAN_DEVIATION * deviation;
      boolean warm = learnt >= WARM_UP;
      Verdict verdict = warm ? RobustVerdict.of(value, expected, sigma) : Verdict.NOTHING;
      learn(slot, warm ? RobustVerdict.clipped(value, expected, sigma) : value, expected);
      return verdict;
    }

    /** The first turn gives the level; what is left of each value, its season. */
    private void gather(int slot, double value) {
      seen++;
      level += (value - level) / seen;
      seasonal[slot] = value;
      if (seen == seasonal.length) {
        for (int i = 0; i < seasonal.length; i++) {
          seasonal[i] -= level;
        }
      }
    }

    private void learn(int slot, double value, double expected) {
      learnt++;
      double error = value - expected;
      level += trend + LEVEL_WEIGHT * error;
      trend += TREND_WEIGHT * error;
      seasonal[slot] += SEASON_WEIGHT * (1 - LEVEL_WEIGHT) * error;
      deviation += Math.max(DEVIATION_WEIGHT, 1.0 / learnt) * (Math.abs(error) - deviation);
    }
  }
}
