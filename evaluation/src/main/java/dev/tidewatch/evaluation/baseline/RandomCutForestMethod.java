package dev.tidewatch.evaluation.baseline;

import com.amazon.randomcutforest.config.TransformMethod;
import com.amazon.randomcutforest.parkservices.ThresholdedRandomCutForest;
import dev.tidewatch.evaluation.series.SeriesDetector;
import dev.tidewatch.evaluation.series.SeriesMethod;
import dev.tidewatch.evaluation.series.Verdict;
import dev.tidewatch.scoring.series.SeriesSettings;
import java.time.Instant;

/**
 * AWS's thresholded random cut forest, version 4.4.0, with the settings OpenSearch's anomaly
 * detection gives it: 50 trees of 256 values, shingles of 8, alerting once. The score is its grade;
 * severity is a hundred times that.
 *
 * <p>Guha, Mishra, Roy and Schrijvers, "Robust Random Cut Forest Based Anomaly Detection on
 * Streams", ICML 2016.
 */
public final class RandomCutForestMethod implements SeriesMethod {
  private static final int TREES = 50;
  private static final int SAMPLES = 256;
  private static final int SHINGLE = 8;
  private static final int FEWEST_VALUES = 32;
  private static final double TIME_DECAY = 1.0 / (10 * SAMPLES);
  private static final double ANOMALY_RATE = 0.005;
  private static final long SEED = 1;

  @Override
  public String name() {
    return "trcf";
  }

  @Override
  public SeriesDetector detector(SeriesSettings settings) {
    return new Detector(forest());
  }

  /** A forest with those settings that has seen nothing yet. */
  public static ThresholdedRandomCutForest forest() {
    return ThresholdedRandomCutForest.builder()
        .dimensions(SHINGLE)
        .shingleSize(SHINGLE)
        .numberOfTrees(TREES)
        .sampleSize(SAMPLES)
        .timeDecay(TIME_DECAY)
        .outputAfter(FEWEST_VALUES)
        .initialAcceptFraction((double) FEWEST_VALUES / SAMPLES)
        .transformMethod(TransformMethod.NORMALIZE)
        .anomalyRate(ANOMALY_RATE)
        .alertOnce(true)
        .autoAdjust(true)
        .internalShinglingEnabled(true)
        .parallelExecutionEnabled(false)
        .randomSeed(SEED)
        .build();
  }

  /** Hands the forest times that always go forward: it refuses all others. */
  private static final class Detector implements SeriesDetector {
    private final ThresholdedRandomCutForest forest;
    private long last = Long.MIN_VALUE;

    Detector(ThresholdedRandomCutForest forest) {
      this.forest = forest;
    }

    @Override
    public Verdict judge(Instant start, double value) {
      if (Double.isNaN(value)) {
        return Verdict.NOTHING;
      }
      last = Math.max(last + 1, start.getEpochSecond());
      double grade = forest.process(new double[] {value}, last).getAnomalyGrade();
      return new Verdict(grade, 100 * grade);
    }
  }
}
