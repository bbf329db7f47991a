package dev.tidewatch.evaluation.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tidewatch.evaluation.series.SeriesDetector;
import dev.tidewatch.evaluation.series.SeriesMethod;
import dev.tidewatch.evaluation.series.Verdict;
import dev.tidewatch.scoring.series.MissingRule;
import dev.tidewatch.scoring.series.SeriesSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaselinesTest {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final int SPIKE = 20 * 24 + 5;
  private static final double[] VALUES = values();

  @ParameterizedTest
  @MethodSource("methods")
  void findsAPlantedSpike(SeriesMethod method) {
    List<Verdict> verdicts = verdicts(method, VALUES);
    int highest =
        IntStream.range(0, VALUES.length)
            .boxed()
            .max(Comparator.comparingDouble(row -> verdicts.get(row).score()))
            .orElseThrow();
    assertThat(highest).isEqualTo(SPIKE);
    assertThat(verdicts.get(SPIKE).severity()).isGreaterThanOrEqualTo(50);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void doesNotLookAhead(SeriesMethod method) {
    double[] prefix = java.util.Arrays.copyOf(VALUES, SPIKE);
    assertThat(verdicts(method, prefix)).isEqualTo(verdicts(method, VALUES).subList(0, SPIKE));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void bearsGapsRepeatsAndStepsBack(SeriesMethod method) {
    SeriesDetector detector = method.detector(settings());
    assertThatCode(
            () -> {
              for (int row = 0; row < VALUES.length; row++) {
                long hour = row % 50 == 0 ? row - 3 : row % 70 == 0 ? row - 1 : row;
                double value = row % 31 == 0 ? Double.NaN : VALUES[row];
                Instant start = START.plus(Duration.ofHours(row > 300 ? hour + 500 : hour));
                Verdict verdict = detector.judge(start, value);
                assertThat(verdict.severity()).isBetween(0.0, 100.0);
                assertThat(verdict.score()).isFinite();
              }
            })
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void bearsAConstant(SeriesMethod method) {
    double[] constant = new double[700];
    java.util.Arrays.fill(constant, 7);
    assertThat(verdicts(method, constant)).allMatch(verdict -> verdict.severity() < 50);
  }

  @Test
  void hasANameForEach() {
    assertThat(Baselines.names())
        .containsExactly("trcf", "holt-winters", "ewma-z", "seasonal-median");
  }

  static List<SeriesMethod> methods() {
    return Baselines.series();
  }

  private static List<Verdict> verdicts(SeriesMethod method, double[] values) {
    SeriesDetector detector = method.detector(settings());
    List<Verdict> verdicts = new ArrayList<>();
    for (int row = 0; row < values.length; row++) {
      verdicts.add(detector.judge(START.plus(Duration.ofHours(row)), values[row]));
    }
    return verdicts;
  }

  private static SeriesSettings settings() {
    return new SeriesSettings(Duration.ofHours(1), ZoneOffset.UTC, MissingRule.UNKNOWN);
  }

  private static double[] values() {
    Random noise = new Random(5);
    double[] values = new double[24 * 28];
    for (int row = 0; row < values.length; row++) {
      values[row] = 200 + 20 * Math.sin(2 * Math.PI * row / 24) + 2 * noise.nextGaussian();
    }
    values[SPIKE] = 900;
    return values;
  }
}
