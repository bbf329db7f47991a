package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private final Layout layout = new Layout();
  private final Places places = new Places(layout, 3_600);
  private final float[] memory = new float[layout.size()];
  private int seen;

  @BeforeEach
  void begin() {
    places.begin(memory, 0);
  }

  @Test
  void countsWhatIsNearAndWhatIsBeyond() {
    learn(60, i -> i % 3 == 0 ? 100 : 200);

    assertThat(near(100)).isEqualTo(20);
    assertThat(near(200)).isEqualTo(40);
    assertThat(near(150)).isZero();
    assertThat(places.beyond(memory, 0, 150)).isEqualTo(20);
    assertThat(places.total(memory, 0)).isEqualTo(60);
  }

  @Test
  void knowsNothingAtFirstNorOfWhatLiesFarAway() {
    assertThat(near(0)).isNaN();
    learn(200, i -> i % 2);
    assertThat(near(1e30)).isNaN();
    assertThat(near(-1e30)).isNaN();
  }

  @Test
  void forgets() {
    learn(1_000, i -> i % 50 == 0 ? 50 : i % 2 * 100);
    double before = near(50);
    learn(9_000, i -> i % 2 * 100);

    assertThat(before).isEqualTo(20);
    assertThat(near(50)).isZero();
  }

  @Test
  void countsOfManyValuesADayAPart() {
    Places minutely = new Places(layout, 60);
    float[] numbers = new float[layout.size()];
    minutely.begin(numbers, 0);
    for (int i = 0; i < 100_000; i++) {
      minutely.learn(numbers, 0, i % 1_440 < 70 ? 50 : i % 2 * 100, i);
    }

    assertThat(minutely.near(numbers, 0, 50)).isGreaterThan(30);
    assertThat(minutely.total(numbers, 0)).isBetween(1_000.0, 2_047.0);
  }

  @Test
  void suitsValuesOfAnySize() {
    for (double size : new double[] {1e-24, 1e-3, 1, 1e12, 1e30}) {
      begin();
      learn(1_000, i -> size * (i % 2 == 0 ? -1 : 1));
      assertThat(near(0)).isZero();
      assertThat(places.beyond(memory, 0, 0)).isGreaterThan(30);
    }
  }

  @Test
  void beginsAnewAfterAnAbsurdValue() {
    learn(1, i -> 1e30);
    learn(20_000, i -> i % 2);

    assertThat(near(0)).isGreaterThan(30);
    assertThat(near(0.5)).isZero();
  }

  @Test
  void oneAbsurdValueAmongManyChangesNothing() {
    learn(500, i -> i % 2);
    double before = near(0);
    learn(1, i -> 1e9);

    assertThat(near(0)).isEqualTo(before);
    assertThat(near(1e9)).isNaN();
  }

  @Test
  void followsALevelThatMovedForGood() {
    learn(1_000, i -> i % 2 * 20);
    learn(8_000, i -> 1_000 + i % 2 * 20);

    assertThat(near(1_000)).isGreaterThan(30);
    assertThat(near(1_010)).isZero();
  }

  private double near(double value) {
    return places.near(memory, 0, value);
  }

  private void learn(int values, IntToDoubleFunction value) {
    for (int i = 0; i < values; i++) {
      places.learn(memory, 0, value.applyAsDouble(i), seen++);
    }
  }
}
