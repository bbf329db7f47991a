package dev.tidewatch.etl.kinesis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A stream in memory that grows by chance: bursts, pauses, out-of-order arrivals, reshards. */
final class ModelStream implements PositionPlanner.EachShard {
  static final Instant BEGIN = Instant.parse("2026-11-20T08:00:00Z");
  static final StreamIdentity IDENTITY =
      new StreamIdentity(
          "arn:aws:kinesis:us-east-1:000000000000:stream/model", BEGIN, Duration.ofDays(1));

  private final RandomGenerator random;
  private final int jitterMillis;
  private final Map<String, ModelShard> shards = new TreeMap<>();
  private long sequence = 1_000;
  private Instant now = BEGIN;

  ModelStream(RandomGenerator random, int shardCount) {
    this.random = random;
    this.jitterMillis = random.nextInt(4) == 0 ? 0 : random.nextInt(1, 2_000);
    for (int i = 0; i < shardCount; i++) {
      addShard(List.of());
    }
  }

  Instant now() {
    return now;
  }

  Map<String, ModelShard> shards() {
    return shards;
  }

  ShardDirectory directory() {
    return new ShardDirectory(shards.values().stream().map(ModelShard::listed).toList());
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  void appendSome(int most) {
    List<ModelShard> open = open();
    int count = random.nextInt(most + 1);
    int hot = random.nextInt(open.size());
    for (int i = 0; i < count; i++) {
      int shard = random.nextBoolean() ? hot : random.nextInt(open.size());
      append(open.get(shard));
    }
  }

  private void append(ModelShard shard) {
    if (random.nextInt(8) == 0) {
      pass(Duration.ofMillis(random.nextInt(400)));
    }
    int jitter = jitterMillis == 0 ? 0 : random.nextInt(-jitterMillis, jitterMillis + 1);
    sequence += random.nextInt(1, 4);
    shard.append(Long.toString(sequence), now.plusMillis(jitter));
  }

  void idle() {
    pass(Duration.ofSeconds(random.nextInt(1, random.nextInt(5) == 0 ? 7_200 : 60)));
  }

  /** Splits a shard or merges two. */
  void reshard() {
    List<ModelShard> open = open();
    ModelShard one = open.get(random.nextInt(open.size()));
    if (open.size() > 1 && random.nextBoolean()) {
      ModelShard other = open.get(random.nextInt(open.size()));
      if (other != one) {
        merge(one, other);
        return;
      }
    }
    one.close();
    addShard(List.of(one.id));
    addShard(List.of(one.id));
  }

  void merge(ModelShard one, ModelShard other) {
    one.close();
    other.close();
    addShard(List.of(one.id, other.id));
  }

  List<ModelShard> open() {
    return new ArrayList<>(shards.values().stream().filter(shard -> !shard.isClosed()).toList());
  }

  private void addShard(List<String> parents) {
    String id = String.format("shardId-%012d", shards.size());
    shards.put(id, ModelShard.any(id, parents, random));
  }

  @Override
  public <T> Map<String, T> of(Collection<String> shardIds, Function<String, T> work) {
    Map<String, T> done = new TreeMap<>();
    shardIds.forEach(id -> done.put(id, work.apply(id)));
    return done;
  }
}
