package dev.tidewatch.etl.deliver.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.etl.deliver.ManualClock;
import dev.tidewatch.etl.deliver.ObjectStore;
import dev.tidewatch.etl.deliver.store.FakeS3.Fault;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.s3.S3Client;

class S3ObjectStoreTest extends ObjectStoreContract {
  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  private final FakeS3 s3 = new FakeS3();
  private final ManualClock clock = new ManualClock(START);
  private ObjectStore store;

  @BeforeEach
  void open() {
    S3Client client = S3ObjectStore.client().endpointOverride(s3.endpoint()).build();
    Patience patience =
        new Patience(
            Duration.ofMinutes(15),
            Duration.ofMillis(100),
            Duration.ofSeconds(20),
            clock,
            clock,
            () -> 1);
    store = new S3ObjectStore(client, "bucket", "some/prefix", patience);
  }

  @AfterEach
  void close() {
    store.close();
    s3.close();
  }

  @Override
  protected ObjectStore store() {
    return store;
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"SLOW_DOWN", "INTERNAL_ERROR", "CONFLICT", "DROPPED", "ANSWER_LOST"})
  void createsDespiteFailuresThatPass(Fault fault) {
    s3.fail(fault, fault, fault);
    assertThat(store.putIfAbsent("a/b", "content".getBytes(UTF_8))).isTrue();
    assertThat(s3.object("some/prefix/a/b")).asString(UTF_8).isEqualTo("content");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"SLOW_DOWN", "INTERNAL_ERROR", "DROPPED", "TRUNCATED"})
  void readsAndListsDespiteFailuresThatPass(Fault fault) {
    store.put("a/b", "content".getBytes(UTF_8));
    s3.fail(fault, fault);
    assertThat(store.get("a/b").orElseThrow()).asString(UTF_8).isEqualTo("content");
    s3.fail(fault, fault);
    try (Stream<String> keys = store.list("")) {
      assertThat(keys).containsExactly("a/b");
    }
  }

  @Test
  void aLostAnswerDoesNotHideThatAnotherWasFirst() {
    store.put("a/b", "theirs".getBytes(UTF_8));
    s3.fail(Fault.DROPPED);
    assertThat(store.putIfAbsent("a/b", "ours".getBytes(UTF_8))).isFalse();
  }

  @Test
  void waitsLongerFromTryToTryAndGivesUpAfterAQuarterOfAnHour() {
    s3.fail(Collections.nCopies(200, Fault.SLOW_DOWN).toArray(Fault[]::new));
    assertThatThrownBy(() -> store.put("a/b", new byte[1]))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("PutObject a/b in s3://bucket/some/prefix failed");
    assertThat(Duration.between(START, clock.instant()))
        .isBetween(Duration.ofMinutes(15), Duration.ofMinutes(15).plusSeconds(20));
    assertThat(s3.requests()).hasSizeBetween(48, 56);
  }

  @Test
  void saysWhichPermissionsAreMissingAtOnce() {
    s3.fail(Fault.ACCESS_DENIED);
    assertThatThrownBy(() -> store.put("a/b", new byte[1]))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("s3:PutObject");
    assertThat(s3.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "WRONG_SECRET, AWS_SECRET_ACCESS_KEY",
    "WRONG_KEY, AWS_ACCESS_KEY_ID",
    "EXPIRED_TOKEN, AWS_SESSION_TOKEN",
    "WRONG_TOKEN, AWS_SESSION_TOKEN"
  })
  void saysWhichOfTheCredentialsAreWrong(Fault fault, String whatToCheck) {
    s3.fail(fault);
    assertThatThrownBy(() -> store.get("a/b"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(whatToCheck)
        .hasMessageNotContainingAny("role", "region");
    assertThat(s3.requests()).hasSize(1);
  }

  @Test
  void saysAtOnceThatThereIsNoBucket() {
    s3.fail(Fault.NO_SUCH_BUCKET);
    assertThatThrownBy(() -> store.get("a/b"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Make the bucket, or name another");
    assertThat(s3.requests()).hasSize(1);
  }

  @Test
  void anEmptyPrefixIsTheWholeBucket() {
    ObjectStore whole = ObjectStores.open(URI.create("s3://bucket"));
    assertThat(whole.location()).isEqualTo("s3://bucket");
    whole.close();
  }
}
