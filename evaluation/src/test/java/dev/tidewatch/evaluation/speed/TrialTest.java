package dev.tidewatch.evaluation.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialTest {
  @Test
  void theHeapHoldsTheNumbersOfTheSeriesAndLittleElse() {
    Map<Figure, Double> figures = TrialKind.SERIES.trial(2_000, 1).run();

    double numbers = figures.get(Figure.STATE_BYTES_A_SERIES);
    assertThat(figures.get(Figure.HEAP_BYTES_A_SERIES)).isCloseTo(numbers, within(0.1 * numbers));
    assertThat(figures.get(Figure.MICROS_A_POINT)).isPositive();
  }

  @Test
  void theWholeEngineIsWrittenAndReadBack() {
    Map<Figure, Double> figures = TrialKind.DETECTOR.trial(600, 1).run();

    assertThat(figures.get(Figure.SERIES)).isGreaterThan(600);
    assertThat(figures).hasSize(8).allSatisfy((figure, value) -> assertThat(value).isPositive());
  }

  @Test
  void theForestRunsBeside() {
    Map<Figure, Double> figures = TrialKind.FOREST.trial(1, 1).run();

    assertThat(figures.get(Figure.HEAP_BYTES_A_SERIES)).isGreaterThan(100_000);
    assertThat(figures.get(Figure.SNAPSHOT_BYTES_A_SERIES)).isGreaterThan(10_000);
  }

  /** The most series a detector has; the million is a matter of {@code ./evaluate speed}. */
  @Test
  void fiftyThousandSeriesTakeLessThanASecondAnIntervalAndHalfAGigabyte() {
    Map<Figure, Double> figures = TrialKind.DETECTOR.trial(50_000, 3).run();

    assertThat(figures.get(Figure.SERIES)).isGreaterThan(50_000);
    assertThat(figures.get(Figure.INTERVAL_MILLIS)).isLessThan(1_000);
    assertThat(figures.get(Figure.HEAP_BYTES_A_SERIES) * figures.get(Figure.SERIES))
        .isLessThan(500e6);
  }
}
