package dev.tidewatch.etl.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.etl.shape.Shop.Side;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a shard is cut into ranges, what becomes of its records is the same. */
class CutIndependenceTest {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final Instant WATERMARK = Shop.NOON.minusSeconds(900);

  private record Arrived(String sequenceNumber, long arrival, byte[] data) {}

  private record Outcome(
      long read,
      Map<Instant, Map<RowKey, RowTotals>> rows,
      Map<Instant, Long> late,
      Map<RejectReason, Long> rejected,
      List<String> side,
      ShardProgress progress) {}

  static Stream<Integer> seeds() {
    return IntStream.range(0, 40).boxed();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSameHoweverCut(int seed) {
    Random random = new Random(seed);
    boolean addUp = seed % 4 != 0;
    List<Arrived> shard = shard(random, 1_500);
    Outcome whole = shape(shard, addUp, List.of());
    assertThat(whole.late()).isNotEmpty();
    assertThat(whole.rejected()).isNotEmpty();
    for (int i = 0; i < 5; i++) {
      List<Integer> cuts =
          random.ints(random.nextInt(60), 0, shard.size() + 1).sorted().boxed().toList();
      assertThat(shape(shard, addUp, cuts)).isEqualTo(whole);
    }
  }

  /** Arrivals in disorder too, as a stream's may be. */
  private static List<Arrived> shard(Random random, int size) {
    List<Arrived> shard = new ArrayList<>();
    long now = Shop.NOON.toEpochMilli();
    for (int i = 0; i < size; i++) {
      now += random.nextInt(2_000);
      long arrival = now - random.nextInt(500);
      long ahead = random.nextInt(20) == 0 ? random.nextInt(300_000) : -random.nextInt(10_000);
      long eventTime = arrival + (random.nextInt(10) == 0 ? -random.nextInt(900_000) : ahead);
      String order =
          Shop.order(
              TIME.format(LocalDateTime.ofEpochSecond(eventTime / 1_000, 0, ZoneOffset.UTC)),
              "p" + random.nextInt(3),
              "m" + random.nextInt(4),
              String.valueOf(random.nextInt(100)),
              random.nextInt(1_000) + "." + random.nextInt(1_000));
      String record = random.nextInt(30) == 0 ? "broken" : order;
      String lines = random.nextInt(10) == 0 ? record + "\n" + order + "\n" : record;
      shard.add(new Arrived(String.valueOf(1_000 + i), arrival, Shop.bytes(lines)));
    }
    return shard;
  }

  private static Outcome shape(List<Arrived> shard, boolean addUp, List<Integer> cuts) {
    Outcome total =
        new Outcome(
            0,
            new TreeMap<>(),
            new TreeMap<>(),
            new EnumMap<>(RejectReason.class),
            new ArrayList<>(),
            ShardProgress.NONE);
    int from = 0;
    for (int to : Stream.concat(cuts.stream(), Stream.of(shard.size())).toList()) {
      total = plus(total, shard.subList(from, to), addUp);
      from = to;
    }
    return total;
  }

  private static Outcome plus(Outcome before, List<Arrived> records, boolean addUp) {
    Side side = new Side();
    RangeShaper shaper =
        new RangeShaper(
            Shop.metricSet(Shop.JSON),
            ShapeRules.DEFAULT.withAddUp(addUp),
            new ShardStart("shard", before.progress(), WATERMARK, null),
            side);
    records.forEach(
        record -> shaper.accept(record.sequenceNumber(), 0, record.arrival(), record.data()));
    ShapedRange range = shaper.finish();
    range
        .rows()
        .forEach(
            (interval, rows) -> {
              Map<RowKey, RowTotals> sums =
                  before.rows().computeIfAbsent(interval, start -> new TreeMap<>());
              rows.forEach((key, totals) -> sums.merge(key, totals, RowTotals::plus));
            });
    range.late().forEach((interval, count) -> before.late().merge(interval, count, Long::sum));
    range.rejected().forEach((reason, count) -> before.rejected().merge(reason, count, Long::sum));
    side.late.forEach(late -> before.side().add(late.intervalStart() + text(late.record())));
    side.rejected.forEach(
        rejected -> before.side().add(rejected.reason() + text(rejected.record())));
    before.side().sort(null);
    return new Outcome(
        before.read() + range.read(),
        before.rows(),
        before.late(),
        before.rejected(),
        before.side(),
        range.progress());
  }

  private static String text(StreamRecord record) {
    return " "
        + record.sequenceNumber()
        + "/"
        + record.subSequenceNumber()
        + " "
        + record.arrival()
        + " "
        + new String(record.data(), StandardCharsets.UTF_8);
  }
}
