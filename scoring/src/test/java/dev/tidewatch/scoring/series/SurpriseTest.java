package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SurpriseTest {
  private final Layout layout = new Layout();
  private final Surprise surprise = new Surprise(layout, 0.01);
  private final float[] memory = new float[layout.size()];

  SurpriseTest() {
    surprise.begin(memory, 0);
  }

  @Test
  void isTheMeanErrorOfASeriesThatIsSilentForMostOfTheTime() {
    for (int i = 0; i < 5000; i++) {
      surprise.learn(memory, 0, i % 20 == 0 ? 100 : 0, i);
    }
    assertThat(surprise.mean(memory, 0)).isCloseTo(5, within(1.0));
  }

  @Test
  void doesNotBelieveARunOfAbsurdErrors() {
    for (int i = 0; i < 1000; i++) {
      surprise.learn(memory, 0, i >= 500 && i < 510 ? 1e30 : 1, i);
    }
    assertThat(surprise.mean(memory, 0)).isLessThan(3);
  }
}
