package dev.tidewatch.detector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tidewatch.detector.access.FailedAttempts;
import dev.tidewatch.detector.access.NewAccessKey;
import dev.tidewatch.detector.access.RateLimits;
import dev.tidewatch.detector.access.RequestGate;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.access.SecretCipher;
import dev.tidewatch.detector.access.SessionTokens;
import dev.tidewatch.detector.access.SignatureScope;
import dev.tidewatch.detector.access.StoredAccessKeys;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AccessDeniedException;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsException;
import software.amazon.awssdk.services.lookoutmetrics.model.TagResourceRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.UntagResourceRequest;

/** The SDK's signatures, the gate behind the front: what is signed must arrive as it was signed. */
class SignedRequestsTest {
  private static final String DATASET =
      "arn:aws:lookoutmetrics:us-east-1:123456789012:MetricSet/shop/orders";
  @TempDir Path folder;
  private SqliteDatabase database;
  private StoredAccessKeys keys;
  private TestServer server;

  @BeforeEach
  void start() {
    Clock clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    database = SqliteDatabase.open(folder.resolve("detector.db"));
    SecretCipher cipher = SecretCipher.under(folder.resolve("detector.key"), random);
    keys = new StoredAccessKeys(database, cipher, random, clock);
    RequestGate gate =
        new RequestGate(
            SignatureScope.of("us-east-1"),
            keys,
            new SessionTokens(keys, cipher, random, clock),
            RateLimits.off(),
            FailedAttempts.off(),
            clock);
    server = new TestServer();
    server.admission = gate::admit;
  }

  @AfterEach
  void stop() {
    server.close();
    database.close();
  }

  @Test
  void letsInWhoSignedAndReadsTheSlashesOfADataset() {
    NewAccessKey key = keys.create(Role.ADMIN, "test");
    try (LookoutMetricsClient client = server.client(key.key().id(), key.secret().reveal())) {
      client.listAlerts(request -> {});
      client.listTagsForResource(request -> request.resourceArn(DATASET));
      client.tagResource(request -> request.resourceArn(DATASET).tags(Map.of("k 1", "ä/&=+%")));
      client.untagResource(request -> request.resourceArn(DATASET).tagKeys("k 1", "a&b=+%/ä"));
    }

    assertThat(server.requests).hasSize(4);
    assertThat(server.requests.stream().skip(2).toList())
        .isEqualTo(
            List.of(
                TagResourceRequest.builder()
                    .resourceArn(DATASET)
                    .tags(Map.of("k 1", "ä/&=+%"))
                    .build(),
                UntagResourceRequest.builder()
                    .resourceArn(DATASET)
                    .tagKeys("k 1", "a&b=+%/ä")
                    .build()));
  }

  @Test
  void refusesInAwsWords() {
    NewAccessKey key = keys.create(Role.VIEWER, "test");
    try (LookoutMetricsClient wrong = server.client(key.key().id(), "another secret");
        LookoutMetricsClient viewer = server.client(key.key().id(), key.secret().reveal())) {
      var unsigned =
          catchThrowableOfType(
              LookoutMetricsException.class, () -> wrong.listAlerts(request -> {}));
      var denied =
          catchThrowableOfType(
              AccessDeniedException.class,
              () -> viewer.deleteAlert(request -> request.alertArn("arn")));

      assertThat(unsigned.awsErrorDetails().errorCode()).isEqualTo("InvalidSignatureException");
      assertThat(unsigned.statusCode()).isEqualTo(403);
      assertThat(denied.awsErrorDetails().errorMessage()).contains("its role is viewer");
    }
    assertThat(server.requests).isEmpty();
  }
}
