package dev.tidewatch.scoring.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SurpriseTailTest {
  @Test
  void knowsNothingAtFirst() {
    SurpriseTail tail = new SurpriseTail(24, 0.5, 1000);
    for (int i = 0; i < 39; i++) {
      tail.learn(1);
    }

    assertThat(tail.probability(20)).isEqualTo(1);
  }

  @Test
  void findsTheTailOfWhatItLearnt() {
    SurpriseTail tail = new SurpriseTail(24, 0.5, 1e6);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      tail.learn(-StrictMath.log(random.nextDouble()));
    }

    assertThat(tail.probability(StrictMath.log(1e3))).isBetween(0.7e-3, 1.4e-3);
    assertThat(tail.probability(StrictMath.log(1e5))).isBetween(0.5e-5, 2e-5);
  }

  @Test
  void isTheLessSureTheLessItHasSeen() {
    assertThat(learnt(100).probability(6)).isGreaterThan(3 * learnt(10_000).probability(6));
  }

  @Test
  void doesNotTakeAnAnomalyForAnExample() {
    SurpriseTail doubting = learnt(2000);
    SurpriseTail credulous = learnt(2000);
    for (int i = 0; i < 20; i++) {
      doubting.learn(20, 1e-3);
      credulous.learn(20);
    }

    assertThat(doubting.probability(8)).isLessThan(credulous.probability(8) / 20);
    assertThat(doubting.probability(20)).isLessThan(credulous.probability(20) / 20);
  }

  @Test
  void forgets() {
    SurpriseTail tail = new SurpriseTail(24, 0.5, 200);
    for (int i = 0; i < 500; i++) {
      tail.learn(10);
    }
    for (int i = 0; i < 4000; i++) {
      tail.learn(1);
    }

    assertThat(tail.probability(9)).isLessThan(1e-3);
  }

  @Test
  void goesOnAfterItsWeightsWereLightened() {
    SurpriseTail tail = new SurpriseTail(24, 0.5, 50);
    for (int i = 0; i < 5000; i++) {
      tail.learn(1 + (i % 10) / 10.0);
    }

    assertThat(tail.probability(6)).isBetween(1e-9, 1e-2);
  }

  private static SurpriseTail learnt(int values) {
    SurpriseTail tail = new SurpriseTail(24, 0.5, 1e6);
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < values; i++) {
      tail.learn(-0.5 * StrictMath.log(random.nextDouble()));
    }
    return tail;
  }
}
