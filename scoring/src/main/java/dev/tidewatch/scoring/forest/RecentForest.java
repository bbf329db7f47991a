package dev.tidewatch.scoring.forest;

import com.amazon.randomcutforest.RandomCutForest;
import dev.tidewatch.scoring.snapshot.DamagedSnapshot;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;

/**
 * A Random Cut Forest (Guha et al. 2016) over shapes of eight values that knows the last {@value
 * #LEAST} to {@value #MOST} values and nothing before: when there would be more, it is grown anew
 * from the newest. So its state is these values. Grown from them again it says the same, bit by
 * bit, and equal states are equal bytes; of the library's own state, ten times as large, the bytes
 * may differ between forests that say the same.
 */
final class RecentForest {
  /** Values of a shape. */
  static final int SHAPE = 8;

  /** Shapes a tree holds; the forest says nothing before it has seen so many. */
  static final int SAMPLES = 256;

  private static final int LEAST = 1024;
  private static final int MOST = 4096;
  private static final int TREES = 50;
  private static final double DECAY = 1.0 / (10 * SAMPLES);
  private static final long SEED = 1;

  private final float[] values = new float[MOST];
  private int count;
  private RandomCutForest forest = seedling();

  private static RandomCutForest seedling() {
    return RandomCutForest.builder()
        .dimensions(SHAPE)
        .shingleSize(SHAPE)
        .internalShinglingEnabled(true)
        .numberOfTrees(TREES)
        .sampleSize(SAMPLES)
        .timeDecay(DECAY)
        .outputAfter(SAMPLES)
        .randomSeed(SEED)
        .parallelExecutionEnabled(false)
        .build();
  }

  /**
   * How strange the last seven values and this one are together, by the depth at which they would
   * stand alone: about 1 for what is usual, 0 while the forest says nothing. Takes the value in.
   */
  double strangeness(float value) {
    float[] point = {value};
    double strangeness = forest.getAnomalyScore(point);
    values[count++] = value;
    if (count < MOST) {
      forest.update(point);
    } else {
      System.arraycopy(values, MOST - LEAST, values, 0, LEAST);
      grow(LEAST);
    }
    return strangeness;
  }

  private void grow(int known) {
    forest = seedling();
    count = known;
    for (int i = 0; i < known; i++) {
      forest.update(new float[] {values[i]});
    }
  }

  void write(StateWriter out) {
    out.integer(count);
    out.floats(values, count);
  }

  void read(StateReader in) {
    int known = in.countBelow(MOST);
    in.floats(values, known);
    for (int i = 0; i < known; i++) {
      if (!Float.isFinite(values[i])) {
        throw new DamagedSnapshot("the snapshot is damaged: a forest knows the value " + values[i]);
      }
    }
    grow(known);
  }
}
