package dev.tidewatch.etl.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceOptionsTest {
  @Test
  void hasTheseDefaults() {
    assertThat(SourceOptions.parse(Map.of("streamName", "orders")))
        .isEqualTo(
            new SourceOptions(
                new StreamAddress("orders", null),
                StartingPosition.LATEST,
                false,
                Duration.ofSeconds(30),
                Duration.ofSeconds(3),
                Duration.ofMinutes(10),
                Duration.ofSeconds(10),
                Duration.ofMinutes(5),
                ReaderChoice.SDK,
                true));
  }

  @Test
  void takesEveryOptionInAnyCase() {
    assertThat(
            SourceOptions.parse(
                Map.of(
                    "STREAMARN", "arn:aws:kinesis:us-east-1:000000000000:stream/orders",
                    "startingposition", "2026-11-20T09:00:00+01:00",
                    "Positions", "TRUE",
                    "idleheartbeat", "1m",
                    "LAG", "500ms",
                    "maxspanpertrigger", "PT1H",
                    "describeShardInterval", "1s",
                    "retryfor", "2h",
                    "shardreader", "sdk",
                    "failondataloss", "false")))
        .isEqualTo(
            new SourceOptions(
                new StreamAddress(null, "arn:aws:kinesis:us-east-1:000000000000:stream/orders"),
                StartingPosition.at(Instant.parse("2026-11-20T08:00:00Z")),
                true,
                Duration.ofMinutes(1),
                Duration.ofMillis(500),
                Duration.ofHours(1),
                Duration.ofSeconds(1),
                Duration.ofHours(2),
                ReaderChoice.SDK,
                false));
  }

  @Test
  void takesTheOptionsOfGluesReader() {
    Map<String, String> glue =
        Map.of(
            "streamName", "orders",
            "startingPosition", "earliest",
            "classification", "json",
            "inferSchema", "false",
            "maxFetchRecordsPerShard", "100000");

    assertThat(SourceOptions.parse(glue).starting()).isEqualTo(StartingPosition.EARLIEST);
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SourceOptions.parse(
                    Map.of(
                        "lag", "soon",
                        "idleHeartbeat", "0s",
                        "positions", "maybe",
                        "startingPosition", "yesterday",
                        "idleHartbeat", "3s")))
        .withMessageContaining("set one of streamName and streamARN")
        .withMessageContaining("lag: 'soon' is no duration")
        .withMessageContaining("idleHeartbeat: PT0S is too short")
        .withMessageContaining("positions: 'maybe' is neither true nor false")
        .withMessageContaining("startingPosition: 'yesterday' is no starting position")
        .withMessageContaining("idleHartbeat: there is no such option");
  }

  @Test
  void takesNoRoleSinceTheJobHasOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                SourceOptions.parse(
                    Map.of("streamName", "orders", "awsSTSRoleARN", "arn:aws:iam::1:role/x")))
        .withMessageContaining("give the job the role itself");
  }
}
