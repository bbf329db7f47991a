package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MovementTest {
  private final Layout layout = new Layout();
  private final Movement movement = new Movement(layout, 1e-4);
  private final float[] memory = new float[layout.size()];

  MovementTest() {
    movement.begin(memory, 0);
  }

  @Test
  void takesASeriesForLivelyUntilItStandsStill() {
    assertThat(movement.liveliness(memory, 0)).isEqualTo(1);
    learn(2, 100);
    assertThat(movement.liveliness(memory, 0)).isEqualTo(1);
  }

  @Test
  void knowsASeriesThatRarelyMoves() {
    learn(20, 10_000);
    assertThat(movement.liveliness(memory, 0)).isCloseTo(0.1, within(0.01));
  }

  @Test
  void callsNoMoveOfAStillSeriesRarerThanItsPastIsLong() {
    learn(Integer.MAX_VALUE, 1000);
    assertThat(movement.leastProbability(memory, 0, 1000)).isCloseTo(1e-3, within(1e-4));
  }

  @Test
  void boundsNothingForALivelySeries() {
    learn(1, 1000);
    assertThat(movement.leastProbability(memory, 0, 1000)).isZero();
  }

  /** A step of 1 at every so manieth value, of a hundredth at the others. */
  private void learn(int every, int values) {
    for (int i = 0; i < values; i++) {
      movement.learn(memory, 0, i % every == 0 ? 1 : 0.01, 0.5, i);
    }
  }
}
