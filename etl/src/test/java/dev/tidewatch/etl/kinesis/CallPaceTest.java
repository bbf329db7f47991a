package dev.tidewatch.etl.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CallPaceTest {
  @Test
  void keepsAnySecondToItsNumberOfCalls() {
    SplittableRandom random = new SplittableRandom(3);
    CallPace pace = new CallPace(5);
    long[] made = new long[500];
    long now = 0;
    for (int i = 0; i < made.length; i++) {
      now += random.nextLong(Duration.ofMillis(300).toNanos());
      made[i] = now + pace.turn(now).toNanos();
      if (i >= 5) {
        assertThat(made[i] - made[i - 5]).isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
      }
    }
  }

  @Test
  void doesNotHoldUpRareCalls() {
    CallPace pace = new CallPace(5);
    for (long second = 0; second < 10; second++) {
      assertThat(pace.turn(Duration.ofSeconds(second).toNanos())).isZero();
    }
  }
}
