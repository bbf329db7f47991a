package dev.tidewatch.etl.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Reads streams that grow by chance to their ends and compares. {@code -Dplanner.trials=3000} is
 * the long form.
 */
class PlannedReadingTest {
  private static final int TRIALS = Integer.getInteger("planner.trials", 400);
  private static final Duration LAG = Duration.ofSeconds(3);

  private long records;
  private long plans;
  private long replays;
  private long looks;

  @Test
  void readsEveryRecordOnceInOrderAndReplaysTheSame() {
    for (int trial = 0; trial < TRIALS; trial++) {
      new Trial(trial).run();
    }
    System.out.printf(
        "planner: %,d trials, %,d records, 0 lost, 0 doubled; %,d plans, %,d replays all equal;"
            + " %.1f looks a shard and plan%n",
        TRIALS, records, plans, replays, (double) looks / plans);
    assertThat(replays).isGreaterThan(TRIALS);
  }

  private final class Trial {
    private final int seed;
    private final SplittableRandom random;
    private final ModelStream stream;
    private final PositionPlanner planner;
    private final Duration span;
    private final Map<String, List<String>> read = new TreeMap<>();
    private final List<ReadRange> done = new ArrayList<>();
    private StreamPosition position = StreamPosition.BEGINNING;

    private record ReadRange(String shardId, Cut from, Cut to, List<String> sequences) {}

    Trial(int seed) {
      this.seed = seed;
      random = new SplittableRandom(seed);
      stream = new ModelStream(random, random.nextInt(1, 4));
      planner =
          new PositionPlanner(StartingPosition.EARLIEST, id -> stream.shards().get(id), stream);
      span = Duration.ofSeconds(new int[] {1, 10, 60, 600}[random.nextInt(4)]);
    }

    void run() {
      int steps = random.nextInt(5, 30);
      for (int i = 0; i < steps; i++) {
        grow();
        readBatch();
      }
      readToTheTip();
      compare();
      replay();
    }

    private void grow() {
      switch (random.nextInt(8)) {
        case 0 -> stream.idle();
        case 1 -> {
          if (random.nextInt(3) == 0) {
            stream.reshard();
          }
        }
        default -> stream.appendSome(random.nextInt(10) == 0 ? 3_000 : 120);
      }
      stream.pass(Duration.ofMillis(random.nextInt(3_000)));
    }

    private void readBatch() {
      StreamPosition start = StreamPosition.parse(position.json());
      Instant horizon = stream.now().minus(LAG);
      EndPlanner ends = new EndPlanner(horizon, span, Duration.ofDays(1));
      PositionPlanner.Planned planned =
          planner.next(start, ModelStream.IDENTITY, stream.directory(), ends);
      assertThat(planned.lost()).isEmpty();
      StreamPosition end = StreamPosition.parse(planned.position().json());
      assertThat(end).isEqualTo(planned.position());
      stream.appendSome(20);
      read(start, end, horizon);
      position = end;
    }

    private void read(StreamPosition start, StreamPosition end, Instant horizon) {
      end.shards()
          .forEach(
              (id, mark) -> {
                plans++;
                ShardMark before = start.shards().get(id);
                Cut from = before == null ? mark.entry().orElseThrow() : before.at();
                if (before == null) {
                  assertParentsAreRead(id);
                }
                ModelShard shard = stream.shards().get(id);
                List<String> sequences = shard.read(from, mark.at());
                read.computeIfAbsent(id, any -> new ArrayList<>()).addAll(sequences);
                done.add(new ReadRange(id, from, mark.at(), sequences));
                mark.tip().ifPresent(tip -> assertThat(tip).isBeforeOrEqualTo(horizon));
              });
    }

    private void assertParentsAreRead(String id) {
      for (String parent : stream.shards().get(id).parents) {
        assertThat(read.getOrDefault(parent, List.of()))
            .as("seed %s: parent %s of %s", seed, parent, id)
            .isEqualTo(stream.shards().get(parent).all());
      }
    }

    private void readToTheTip() {
      for (int rounds = 0; ; rounds++) {
        assertThat(rounds).as("seed %s: rounds to the tip", seed).isLessThan(50_000);
        Map<String, Integer> sizes = new LinkedHashMap<>();
        stream.shards().forEach((id, shard) -> sizes.put(id, shard.size()));
        if (sizes.entrySet().stream()
            .allMatch(
                size -> read.getOrDefault(size.getKey(), List.of()).size() >= size.getValue())) {
          return;
        }
        stream.pass(Duration.ofSeconds(10));
        readBatchOfWhatIsThere();
      }
    }

    private void readBatchOfWhatIsThere() {
      StreamPosition start = position;
      Instant horizon = stream.now().minus(LAG);
      EndPlanner ends = new EndPlanner(horizon, span, Duration.ofDays(1));
      position = planner.next(start, ModelStream.IDENTITY, stream.directory(), ends).position();
      read(start, position, horizon);
    }

    private void compare() {
      stream
          .shards()
          .forEach(
              (id, shard) -> {
                records += shard.size();
                looks += shard.looks();
                assertThat(read.getOrDefault(id, List.of()))
                    .as("seed %s, shard %s", seed, id)
                    .isEqualTo(shard.all());
              });
    }

    private void replay() {
      stream.appendSome(50);
      for (ReadRange range : done) {
        replays++;
        assertThat(stream.shards().get(range.shardId()).read(range.from(), range.to()))
            .as("seed %s, shard %s", seed, range.shardId())
            .isEqualTo(range.sequences());
      }
    }
  }
}
