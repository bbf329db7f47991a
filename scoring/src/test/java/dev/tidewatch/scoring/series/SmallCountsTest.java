package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SmallCountsTest {
  @Test
  void keepsEachNumberApart() {
    for (int bits = 1; bits <= 24; bits++) {
      Layout layout = new Layout();
      SmallCounts counts = new SmallCounts(layout, 10, bits);
      float[] memory = new float[layout.size()];
      Arrays.fill(memory, Float.NaN);
      int most = (1 << bits) - 1;
      for (int i = 0; i < 10; i++) {
        assertThat(counts.get(memory, 0, i)).isZero();
        counts.set(memory, 0, i, i % 2 == 0 ? most : 1);
        counts.set(memory, 0, i, i % 2 == 0 ? most + 1 : i % (most + 1));
      }
      for (int i = 0; i < 10; i++) {
        assertThat(counts.get(memory, 0, i)).isEqualTo(i % 2 == 0 ? most : i % (most + 1));
      }
    }
  }

  @Test
  void putsFourOfSixBitsIntoAFloat() {
    Layout layout = new Layout();
    new SmallCounts(layout, 9, 6);
    assertThat(layout.size()).isEqualTo(3);
  }
}
