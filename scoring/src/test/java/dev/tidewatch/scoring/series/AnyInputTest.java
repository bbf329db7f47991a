package dev.tidewatch.scoring.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnyInputTest {
  private static final double[] ODD = {
    0,
    -0.0,
    1,
    -1,
    1e300,
    -1e300,
    1e-300,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    Double.MAX_VALUE,
    5,
    7
  };

  @ParameterizedTest
  @EnumSource
  void neverThrowsNorAnswersNonsense(MissingRule missing) {
    for (String interval : new String[] {"PT1M", "PT15M", "PT1H", "PT6H", "P1D"}) {
      SplittableRandom random = new SplittableRandom(interval.hashCode());
      Duration step = Duration.parse(interval);
      SeriesScorer scorer =
          new SeriesScorer(new SeriesSettings(step, ZoneId.of("America/Sao_Paulo"), missing));
      Instant then = Instant.parse("2018-10-30T03:00:00Z");
      for (int i = 0; i < 3000; i++) {
        then = then.plus(step.multipliedBy(random.nextInt(50) == 0 ? random.nextInt(-9, 900) : 1));
        double value =
            random.nextInt(10) == 0 ? ODD[random.nextInt(ODD.length)] : random.nextInt(100);
        PointScore point = scorer.score(then, value);
        assertThat(point.severity()).isBetween(0.0, 100.0);
        assertThat(point.expected()).isNotIn(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      }
      assertThat(scorer.score(then.plus(step), 50).expected()).isNotNaN();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "+1000000000-12-31T00:00:00Z"})
  void takesTheEndsOfTime(Instant end) {
    SeriesScorer scorer = new SeriesScorer(Signal.every(Duration.ofHours(1)));
    scorer.score(Signal.START, 1);
    assertThat(scorer.score(end, 1).severity()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1000, 0.001, 1e9})
  void saysTheSameInOtherUnits(double factor) {
    sameSeverities(Signal.busyDays(24, 40, 1), factor, Signal.START);
    SplittableRandom random = new SplittableRandom(2);
    sameSeverities(Signal.values(2000, i -> Signal.poisson(random, 0.1)), factor, Signal.START);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 52, -520})
  void saysTheSameWeeksLater(int weeks) {
    sameSeverities(
        Signal.busyDays(24, 40, 3), 1, Signal.START.plus(Duration.ofDays(7).multipliedBy(weeks)));
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void saysTheSameUpsideDown(long seed) {
    sameSeverities(Signal.busyDays(24, 40, seed), -1, Signal.START);
  }

  private static void sameSeverities(double[] values, double factor, Instant start) {
    SeriesSettings hourly = Signal.every(Duration.ofHours(1));
    double[] other = Signal.values(values.length, i -> values[i] * factor);
    PointScore[] first = Signal.scores(hourly, values);
    PointScore[] second = Signal.scores(hourly, start, other);
    for (int i = 0; i < values.length; i++) {
      assertThat(second[i].severity()).isCloseTo(first[i].severity(), within(0.1));
    }
  }
}
