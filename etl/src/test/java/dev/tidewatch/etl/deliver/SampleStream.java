package dev.tidewatch.etl.deliver;

import dev.tidewatch.etl.shape.RangeShaper;
import dev.tidewatch.etl.shape.ShapeRules;
import dev.tidewatch.etl.shape.StreamRecord;
import dev.tidewatch.metricset.MetricSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A made-up stream whose records come in disorder, some of them too late, some of them broken. */
public final class SampleStream {
  static final Instant START = Instant.parse("2026-11-20T09:58:30Z");
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final List<String> PLATFORMS = List.of("web", "ios", "android");
  private static final List<String> MARKETS = List.of("us", "uk", "de, at");

  private final MetricSet metricSet;
  private final List<List<StreamRecord>> shards = new ArrayList<>();

  public SampleStream(MetricSet metricSet, long seed, int shards, int recordsPerShard) {
    this.metricSet = metricSet;
    Random random = new Random(seed);
    for (int shard = 0; shard < shards; shard++) {
      this.shards.add(records(random, shard, recordsPerShard));
    }
  }

  private static List<StreamRecord> records(Random random, int shard, int count) {
    List<StreamRecord> records = new ArrayList<>();
    Instant arrival = START;
    for (int i = 0; i < count; i++) {
      arrival = arrival.plusMillis(random.nextInt(4_000));
      long delay = random.nextInt(20) == 0 ? random.nextInt(900_000) : random.nextInt(20_000);
      String text =
          random.nextInt(25) == 0
              ? "{broken"
              : "{\"ts\":\"%s\",\"platform\":\"%s\",\"marketplace\":\"%s\",\"views\":%d,\"revenue\":%d.%02d}"
                  .formatted(
                      FORMAT.format(arrival.minusMillis(delay)),
                      PLATFORMS.get(random.nextInt(3)),
                      MARKETS.get(random.nextInt(3)),
                      random.nextInt(100),
                      random.nextInt(1000),
                      random.nextInt(100));
      String sequence = "49" + (1_000_000L * (shard + 1) + i);
      records.add(new StreamRecord(sequence, 0, arrival, text.getBytes(StandardCharsets.UTF_8)));
    }
    return records;
  }

  public long size() {
    return shards.stream().mapToLong(List::size).sum();
  }

  /** The time when all has long been read. */
  Instant end() {
    return shards.stream()
        .map(shard -> shard.get(shard.size() - 1).arrival())
        .max(Instant::compareTo)
        .orElseThrow()
        .plus(Duration.ofHours(1));
  }

  /** Random cuts: for each batch and shard, up to where it reads; the last batch reads all. */
  public List<int[]> cuts(long seed, int batches) {
    Random random = new Random(seed);
    List<int[]> cuts = new ArrayList<>();
    int[] at = new int[shards.size()];
    for (int batch = 1; batch <= batches; batch++) {
      int[] next = new int[at.length];
      for (int shard = 0; shard < at.length; shard++) {
        int left = shards.get(shard).size() - at[shard];
        int step =
            random.nextInt(4) == 0 ? 0 : random.nextInt(2 * left / (batches - batch + 1) + 1);
        next[shard] =
            batch == batches ? shards.get(shard).size() : at[shard] + Math.min(left, step);
      }
      cuts.add(next);
      at = next;
    }
    return cuts;
  }

  /** Reads and delivers one batch, as executors and driver do. */
  public BatchSummary deliver(
      BatchDelivery delivery, ObjectStore store, List<int[]> cuts, int batch) {
    OpenIntervals before = delivery.begin(batch);
    List<ReadRange> ranges = new ArrayList<>();
    List<ShardReach> reaches = new ArrayList<>();
    boolean last = batch == cuts.size() - 1;
    for (int shard = 0; shard < shards.size(); shard++) {
      String id = "shardId-00000000000" + shard;
      ShardReach reach =
          last ? ShardReach.toTip(id, List.of(), end()) : ShardReach.partly(id, List.of());
      reaches.add(reach);
      int from = batch == 0 ? 0 : cuts.get(batch - 1)[shard];
      int to = cuts.get(batch)[shard];
      if (to > from) {
        ranges.add(read(before, store, reach, shard, from, to));
      }
    }
    return delivery.deliver(batch, ranges, reaches);
  }

  private ReadRange read(
      OpenIntervals before, ObjectStore store, ShardReach reach, int shard, int from, int to) {
    try (var side = new SideArea(store).forRange(reach.shardId())) {
      RangeShaper shaper =
          new RangeShaper(metricSet, ShapeRules.DEFAULT, before.startOf(reach), side);
      for (StreamRecord record : shards.get(shard).subList(from, to)) {
        shaper.accept(
            record.sequenceNumber(),
            record.subSequenceNumber(),
            record.arrival().toEpochMilli(),
            record.data());
      }
      return new ReadRange(cut(shard, from), cut(shard, to), shaper.finish(), side.finish());
    }
  }

  private String cut(int shard, int index) {
    return index == 0
        ? "TRIM_HORIZON"
        : "AFTER " + shards.get(shard).get(index - 1).sequenceNumber();
  }
}
