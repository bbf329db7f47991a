package dev.tidewatch.etl.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamPositionTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private static StreamPosition position(Map<String, ShardMark> shards) {
    return StreamPosition.of(
        new StreamPosition.Origin("arn:aws:kinesis:eu-west-1:1:stream/s", NOON, NOON), shards);
  }

  @Test
  void isReadBackAsItWasWritten() {
    StreamPosition position =
        position(
            Map.of(
                "a", new ShardMark(List.of(), Cut.TRIM_HORIZON, Cut.TRIM_HORIZON, NOON),
                "b", new ShardMark(List.of("x", "y"), null, Cut.SHARD_END, null),
                "c",
                    new ShardMark(
                        List.of("z"), null, Cut.before(new RecordHead("123", NOON)), null)));

    StreamPosition read = StreamPosition.parse(position.json());

    assertThat(read).isEqualTo(position);
    assertThat(read.shards()).isEqualTo(position.shards());
    assertThat(read.origin()).isEqualTo(position.origin());
    assertThat(StreamPosition.parse(StreamPosition.BEGINNING.json()))
        .isEqualTo(StreamPosition.BEGINNING);
  }

  @Test
  void isEqualInWhateverOrderShardsWereAdded() {
    ShardMark mark = new ShardMark(List.of(), null, Cut.TRIM_HORIZON, null);
    Map<String, ShardMark> one = new LinkedHashMap<>();
    one.put("a", mark);
    one.put("b", mark);
    Map<String, ShardMark> other = new LinkedHashMap<>();
    other.put("b", mark);
    other.put("a", mark);

    assertThat(position(one)).isEqualTo(position(other));
  }

  @Test
  void refusesWhatItCannotRead() {
    assertThatExceptionOfType(KinesisSourceException.class)
        .isThrownBy(() -> StreamPosition.parse("{\"version\":"))
        .withMessageContaining("restore the offset file");
    assertThatExceptionOfType(KinesisSourceException.class)
        .isThrownBy(() -> StreamPosition.parse("{\"version\":2}"))
        .withMessageContaining("of version 2, this build reads version 1");
    assertThatExceptionOfType(KinesisSourceException.class)
        .isThrownBy(() -> StreamPosition.parse("{\"version\":1,\"stream\":\"s\"}"))
        .withMessageContaining("holds no stream position");
  }

  @Test
  void carriesBatchPositionsAsJson() {
    BatchPosition position =
        new BatchPosition(
            "arn",
            List.of(
                new ShardStep("a", List.of("p"), "TRIM_HORIZON", "AFTER:7@1", NOON),
                new ShardStep("b", List.of(), "AFTER:7@1", "SHARD_END", null)));

    assertThat(BatchPosition.parse(position.toJson())).isEqualTo(position);
    assertThat(new String(position.toJson(), StandardCharsets.UTF_8))
        .startsWith("{\"stream\":\"arn\",\"shards\":[{\"shardId\":\"a\",\"parents\":[\"p\"]");
  }
}
