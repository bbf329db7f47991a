package dev.tidewatch.etl.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.etl.shape.ShardProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatermarkTest {
  private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");
  private final Watermark rule = new Watermark(Duration.ofSeconds(30));

  private static ShardReach partly(String shard) {
    return ShardReach.partly(shard, List.of());
  }

  private static ShardReach toTip(String shard, Instant tip) {
    return ShardReach.toTip(shard, List.of(), tip);
  }

  private static ShardProgress progress(long eventSeconds, long arrivalSeconds) {
    return new ShardProgress(T.plusSeconds(eventSeconds), T.plusSeconds(arrivalSeconds));
  }

  private Optional<Instant> advance(List<ShardReach> reaches, Map<String, ShardProgress> shards) {
    return rule.advance(null, reaches, shards);
  }

  @Test
  void isThatOfTheSlowestShard() {
    assertThat(
            advance(
                List.of(partly("a"), partly("b")),
                Map.of("a", progress(5, 5), "b", progress(3, 9))))
        .hasValue(T.plusSeconds(3));
  }

  @Test
  void isHeldBackByAShardThatHasNotBegun() {
    assertThat(advance(List.of(partly("a"), partly("b")), Map.of("a", progress(5, 5)))).isEmpty();
  }

  @Test
  void isNotHeldBackByAShardReadToItsTipThatNeverHadARecord() {
    assertThat(advance(List.of(partly("a"), toTip("b", T)), Map.of("a", progress(5, 5))))
        .hasValue(T.plusSeconds(5));
  }

  @Test
  void isHeldBackByAShardThatHadARecordJustNow() {
    assertThat(
            advance(
                List.of(toTip("a", T.plusSeconds(29)), partly("b")),
                Map.of("a", progress(0, 0), "b", progress(20, 20))))
        .hasValue(T);
  }

  @Test
  void isNotHeldBackByAShardInWhichNothingArrivedForAWhile() {
    assertThat(
            advance(
                List.of(toTip("a", T.plusSeconds(30)), partly("b")),
                Map.of("a", progress(0, 0), "b", progress(20, 20))))
        .hasValue(T.plusSeconds(20));
  }

  @Test
  void isHeldBackByASilentShardThatWasNotReadToItsTip() {
    assertThat(
            advance(
                List.of(partly("a"), partly("b")),
                Map.of("a", progress(0, 0), "b", progress(500, 500))))
        .hasValue(T);
  }

  @Test
  void followsTheTimeReadToWhenAllShardsAreSilent() {
    assertThat(
            advance(
                List.of(toTip("a", T.plusSeconds(300)), toTip("b", T.plusSeconds(290))),
                Map.of("a", progress(0, 0))))
        .hasValue(T.plusSeconds(290));
  }

  @Test
  void aBackFillThatPausesIsAsFarBehindAsItWas() {
    long day = Duration.ofDays(1).toSeconds();
    assertThat(
            advance(
                List.of(toTip("a", T.plusSeconds(day + 300)), toTip("b", T.plusSeconds(day + 300))),
                Map.of("a", progress(0, day), "b", progress(day - 10, day - 10))))
        .hasValue(T.plusSeconds(300));
  }

  @Test
  void endsABoundedRunAtTheTimeReadTo() {
    Watermark bounded = new Watermark(Duration.ZERO);
    assertThat(
            bounded.advance(
                null, List.of(toTip("a", T.plusSeconds(9))), Map.of("a", progress(2, 9))))
        .hasValue(T.plusSeconds(9));
  }

  @Test
  void neverGoesBack() {
    Instant before = T.plusSeconds(100);
    assertThat(rule.advance(before, List.of(partly("a")), Map.of("a", progress(5, 5))))
        .hasValue(before);
    assertThat(rule.advance(before, List.of(), Map.of())).hasValue(before);
  }
}
