package dev.tidewatch.detector.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitsTest {
  private static final long MILLISECOND = 1_000_000;

  private final AtomicLong nanos = new AtomicLong(-5_000_000_000L); // nanoTime may be negative
  private final RateLimits limits = RateLimits.of(RateSettings.standard(), nanos::get);

  private boolean passes(String key, String operation) {
    try {
      limits.count(key, operation);
      return true;
    } catch (RequestRefused refusal) {
      assertThat(refusal.error()).isEqualTo("TooManyRequestsException");
      assertThat(refusal.status()).isEqualTo(429);
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CreateAlert, 1, 5",
    "UpdateMetricSet, 1, 5",
    "DeleteAnomalyDetector, 1, 5",
    "ActivateAnomalyDetector, 1, 5",
    "DeactivateAnomalyDetector, 1, 5",
    "BackTestAnomalyDetector, 1, 5",
    "PutFeedback, 1, 5",
    "TagResource, 1, 5",
    "UntagResource, 1, 5",
    "ListAlerts, 2, 10",
    "DescribeAlert, 2, 10",
    "GetFeedback, 2, 10"
  })
  void letsThroughWhatLookoutDid(String operation, int perSecond, int burst) {
    int passed = 0;
    int seconds = 600;
    for (int i = 0; i < seconds * 100; i++) {
      passed += passes("AKIAX", operation) ? 1 : 0;
      nanos.addAndGet(10 * MILLISECOND);
    }
    assertThat(passed - burst).isCloseTo(seconds * perSecond, withinPercentage(5));
  }

  @Test
  void limitsAllTogether() {
    RateLimits tight =
        RateLimits.of(
            new RateSettings(new Rate(10, 20), new Rate(100, 100), new Rate(100, 100)), nanos::get);
    int passed = 0;
    for (int i = 0; i < 60_000; i++) {
      try {
        tight.count("AKIAX", i % 2 == 0 ? "ListAlerts" : "CreateAlert");
        passed++;
      } catch (RequestRefused refusal) {
        assertThat(refusal.status()).isEqualTo(429);
      }
      nanos.addAndGet(10 * MILLISECOND);
    }
    assertThat(passed - 20).isCloseTo(6_000, withinPercentage(5));
  }

  @Test
  void letsASetupThroughInOneGo() {
    for (String operation :
        List.of(
            "CreateAnomalyDetector",
            "CreateMetricSet",
            "CreateAlert",
            "TagResource",
            "ActivateAnomalyDetector",
            "DescribeAnomalyDetector")) {
      assertThat(passes("AKIAX", operation)).as(operation).isTrue();
    }
  }

  @Test
  void countsEachKeyForItself() {
    for (int i = 0; i < 5; i++) {
      assertThat(passes("AKIAX", "CreateAlert")).isTrue();
    }
    assertThat(passes("AKIAX", "CreateAlert")).isFalse();
    assertThat(passes("AKIAY", "CreateAlert")).isTrue();
  }

  @Test
  void remembersAsManyKeysAsFitOnly() {
    LatelySeen<Integer> seen = new LatelySeen<>();
    for (int i = 0; i < 50_000; i++) {
      seen.put("key" + i, i);
    }
    assertThat(seen).hasSize(10_000).containsKey("key49999").doesNotContainKey("key0");
  }

  @Test
  void canBeOff() {
    RateLimits off = RateLimits.off();
    assertThatCode(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                off.count("AKIAX", "CreateAlert");
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void refusesARateOfNothing() {
    assertThatThrownBy(() -> new Rate(0, 1)).isInstanceOf(AccessException.class);
    assertThatThrownBy(() -> new Rate(Double.NaN, 1)).isInstanceOf(AccessException.class);
    assertThatThrownBy(() -> new Rate(1, 0)).isInstanceOf(AccessException.class);
  }
}
