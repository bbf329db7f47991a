package dev.tidewatch.scoring.forest;

import com.amazon.randomcutforest.RandomCutForest;
import dev.tidewatch.scoring.series.Rarity;
import java.time.Duration;

/**
 * Sees shapes that the last weeks never showed, without a model of the season: a Random Cut Forest
 * (Guha et al. 2016) over the last eight values, its score made a return period by {@link Rarity}.
 * The same seed and values give the same scores.
 */
public final class ForestWatch {
  private static final int SHAPE = 8;
  private static final int TREES = 50;
  private static final int SAMPLES = 256;
  private static final double DECAY = 1.0 / (10 * SAMPLES);

  /** The score of what is usual, followed over so many values. */
  private static final double USUAL_VALUES = 2000;

  private final RandomCutForest forest;
  private final Rarity rarity;
  private long known;
  private double usual;

  public ForestWatch(Duration interval, long seed) {
    this.forest =
        RandomCutForest.builder()
            .dimensions(SHAPE)
            .shingleSize(SHAPE)
            .internalShinglingEnabled(true)
            .numberOfTrees(TREES)
            .sampleSize(SAMPLES)
            .timeDecay(DECAY)
            .outputAfter(SAMPLES)
            .randomSeed(seed)
            .parallelExecutionEnabled(false)
            .build();
    this.rarity = new Rarity(interval, SHAPE);
  }

  /**
   * Takes in the next value.
   *
   * @return log10 of the return period in seconds, 0 while the forest is young
   */
  public double score(double value) {
    float[] point = {(float) value};
    double strangeness = forest.getAnomalyScore(point);
    forest.update(point);
    if (strangeness <= 0) {
      return 0;
    }
    known++;
    double size = usual > 0 ? strangeness / usual : 1;
    double credible = known == 1 ? strangeness : Math.min(strangeness, 2 * usual);
    usual += Math.max(1 / USUAL_VALUES, 1.0 / known) * (credible - usual);
    return rarity.score(size * size);
  }
}
