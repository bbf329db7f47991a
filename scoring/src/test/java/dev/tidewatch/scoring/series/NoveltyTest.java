package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NoveltyTest {
  private final Layout layout = new Layout();
  private final Novelty novelty = new Novelty(layout, 24);
  private final float[] memory = new float[layout.size()];

  NoveltyTest() {
    Arrays.fill(memory, Float.NaN);
  }

  private void learnDays(int days) {
    for (int i = 0; i < 24 * days; i++) {
      novelty.learn(memory, 0, hour(i), i);
    }
  }

  private static double hour(int i) {
    return 100 + 50 * StrictMath.sin(2 * StrictMath.PI * i / 24);
  }

  @Test
  void aValueNeverSeenWeighsMoreThanOneSeenEveryDay() {
    learnDays(14);
    assertThat(novelty.weight(memory, 0, 250, 100)).isGreaterThan(1.05);
    assertThat(novelty.weight(memory, 0, -50, 100)).isGreaterThan(1.05);
    assertThat(novelty.weight(memory, 0, 100, 150)).isLessThan(0.95);
  }

  @Test
  void thePeakOfEachDayIsNoNews() {
    learnDays(14);
    assertThat(novelty.weight(memory, 0, 151, 150)).isCloseTo(1, within(0.01));
  }

  @Test
  void saysNothingWhileNothingIsKnown() {
    assertThat(novelty.weight(memory, 0, 1e9, 1)).isEqualTo(1);
    novelty.learn(memory, 0, 5, 0);
    assertThat(novelty.weight(memory, 0, 1e9, 1)).isEqualTo(1);
  }

  @Test
  void neverDecidesAlone() {
    learnDays(14);
    assertThat(novelty.weight(memory, 0, 1e30, 100)).isLessThan(1.2);
    assertThat(novelty.weight(memory, 0, 100, 1e30)).isGreaterThan(0.8);
  }

  @Test
  void ofTwoErrorsOfOneSizeTheOneThatLeavesTheRangeIsTheRarer() {
    double rarer = 0;
    for (int seed = 0; seed < 20; seed++) {
      double[] out = Signal.busyDays(24, 28, seed);
      double[] back = out.clone();
      double peak = 1500;
      out[600 + 6] = peak + 200; // where it never was
      back[600 + 6] = peak - 200; // as far, where it is every day
      rarer += scoreAtPeak(out) - scoreAtPeak(back);
    }
    assertThat(rarer / 20).isGreaterThan(0.1);
  }

  private static double scoreAtPeak(double[] values) {
    return Signal.scores(Signal.every(Duration.ofHours(1)), values)[606].score();
  }
}
