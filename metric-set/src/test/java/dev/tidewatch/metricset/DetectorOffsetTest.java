package dev.tidewatch.metricset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorOffsetTest {
  @ParameterizedTest
  @CsvSource({
    "PT2M, PT1M, PT30S, 280",
    "PT0S, PT0S, PT0S, 40",
    "PT0S, PT0.001S, PT0S, 41",
    "PT119H50M, PT1M, PT1M, 431620"
  })
  void waitsForLatenessIdleShardsTriggerTwoBatchesAndClocks(
      Duration lateness, Duration trigger, Duration budget, long seconds) {
    assertThat(DetectorOffset.of(lateness, trigger, budget)).hasSeconds(seconds);
  }

  @Test
  void refusesWhatADetectorDoesNotWaitFor() {
    Duration longest = Duration.ofDays(5).minusSeconds(40);
    assertThat(DetectorOffset.of(longest, Duration.ZERO, Duration.ZERO)).hasSeconds(432_000);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DetectorOffset.of(longest, Duration.ofMillis(1), Duration.ZERO))
        .withMessageContaining("ask for an offset of 432001 s")
        .withMessageContaining("at most 432000 s");
  }
}
