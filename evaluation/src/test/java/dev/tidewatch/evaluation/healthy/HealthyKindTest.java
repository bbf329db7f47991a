package dev.tidewatch.evaluation.healthy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HealthyKindTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void aSeriesIsTheSameWheneverItIsMade() {
    for (HealthyKind kind : HealthyKind.all()) {
      assertThat(values(kind, 3)).as(kind.label()).containsExactly(values(kind, 3));
    }
  }

  @Test
  void anotherNumberIsAnotherSeries() {
    for (HealthyKind kind : HealthyKind.all()) {
      assertThat(values(kind, 3)).as(kind.label()).isNotEqualTo(values(kind, 50));
    }
  }

  private static double[] values(HealthyKind kind, int number) {
    HealthySignal signal = kind.signal(number, HOUR);
    double[] values = new double[200];
    Arrays.setAll(values, hour -> signal.next(1_767_225_600L + hour * HOUR.toSeconds()));
    return values;
  }
}
