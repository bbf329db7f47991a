package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BlockMaximaTest {
  private static final int BLOCK = 24;
  private final Layout layout = new Layout();
  private final BlockMaxima maxima = new BlockMaxima(layout, BLOCK);
  private final float[] memory = new float[layout.size()];

  @Test
  void promisesAPeriodWithinAFactorOfTwoOnceItHasAPast() {
    maxima.begin(memory, 0);
    Random random = new Random(5);
    int reached = 0;
    int blocks = 4000;
    double size = 4;
    for (int block = 0; block < blocks; block++) {
      double largest = 0.5 - StrictMath.log(1 - random.nextDouble());
      reached += largest >= size ? 1 : 0;
      for (int i = 0; i < BLOCK; i++) {
        maxima.learn(memory, 0, i == 7 ? largest : 0.1);
      }
    }

    double actual = (double) blocks * BLOCK / reached;
    assertThat(maxima.period(memory, 0, size)).isBetween(actual / 2, actual * 2);
  }

  @Test
  void trustsAShortPastLittle() {
    maxima.begin(memory, 0);
    learn(0.5, 2);
    double young = maxima.period(memory, 0, 8);
    learn(0.5, 60);

    assertThat(young).isLessThan(maxima.period(memory, 0, 8) / 2);
  }

  @Test
  void findsLargerSizesRarer() {
    maxima.begin(memory, 0);
    learn(1.5, 20);

    assertThat(maxima.period(memory, 0, 3)).isLessThan(maxima.period(memory, 0, 5));
    assertThat(maxima.period(memory, 0, 5)).isLessThan(maxima.period(memory, 0, 1e9));
  }

  private void learn(double size, int blocks) {
    for (int i = 0; i < blocks * BLOCK; i++) {
      maxima.learn(memory, 0, size);
    }
  }
}
