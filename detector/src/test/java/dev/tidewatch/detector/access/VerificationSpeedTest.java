package dev.tidewatch.detector.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.store.SqliteDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** What letting somebody in costs one thread; the figures are printed. */
class VerificationSpeedTest {
  private static final int ROUNDS = 5_000;
  private static final double MOST_MILLISECONDS = 1;

  @TempDir Path folder;

  @Test
  void checksASignatureInAMillisecond() {
    SignedRequest request = Requests.captured("java-sdk-2.36.2-CreateMetricSet");
    SignatureCheck check =
        new SignatureCheck(
            SignatureScope.of("us-east-1"),
            (id, token) -> Requests.ADMIN,
            Requests.clockOf(request));
    assertThat(medianMilliseconds("signature alone", () -> check.callerOf(request)))
        .isLessThan(MOST_MILLISECONDS);
  }

  @Test
  void letsAStoredKeyInWithinAMillisecond() {
    Instant now = Instant.parse("2026-11-28T10:00:00Z");
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    SecureRandom random = new SecureRandom();
    try (SqliteDatabase database = SqliteDatabase.open(folder.resolve("detector.db"))) {
      SecretCipher cipher = SecretCipher.under(folder.resolve("detector.key"), random);
      StoredAccessKeys keys = new StoredAccessKeys(database, cipher, random, clock);
      NewAccessKey key = keys.create(Role.ADMIN, "ann");
      AwsCredentialsIdentity identity =
          AwsCredentialsIdentity.create(key.key().id(), key.secret().reveal());
      SignedRequest request =
          Requests.signed("POST", "/ListAlerts", "{}", identity, "lookoutmetrics", now);
      RequestGate gate =
          new RequestGate(
              SignatureScope.of("us-east-1"),
              keys,
              new SessionTokens(keys, cipher, random, clock),
              RateLimits.off(),
              FailedAttempts.of(System::nanoTime),
              clock);
      assertThat(
              medianMilliseconds(
                  "gate with the store", () -> gate.admit(request, "ListAlerts", "127.0.0.1")))
          .isLessThan(MOST_MILLISECONDS);
    }
  }

  private static double medianMilliseconds(String what, Runnable work) {
    long[] nanos = new long[ROUNDS];
    for (int half = 0; half < 2; half++) { // the first half warms up
      for (int i = 0; i < ROUNDS; i++) {
        long start = System.nanoTime();
        work.run();
        nanos[i] = System.nanoTime() - start;
      }
    }
    long sum = Arrays.stream(nanos).sum();
    Arrays.sort(nanos);
    double median = nanos[ROUNDS / 2] / 1e6;
    System.out.printf(
        "%s: %,.0f a second, median %.3f ms, p99 %.3f ms%n",
        what, ROUNDS / (sum / 1e9), median, nanos[ROUNDS * 99 / 100] / 1e6);
    return median;
  }
}
