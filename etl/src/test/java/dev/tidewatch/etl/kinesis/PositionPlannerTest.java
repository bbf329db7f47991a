package dev.tidewatch.etl.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.etl.kinesis.ModelShard.TimeSearch;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PositionPlannerTest {
  private static final Instant T = ModelStream.BEGIN;

  private final Map<String, ModelShard> shards = new TreeMap<>();
  private final PositionPlanner planner =
      new PositionPlanner(StartingPosition.EARLIEST, shards::get, new OneByOne());

  @Test
  void namesTheGrandparentWhenTheParentNeverHadARecord() {
    ModelShard first = shard("shard-1");
    first.append("10", T);
    first.close();
    StreamPosition read = next(StreamPosition.BEGINNING);
    assertThat(read.shards()).containsOnlyKeys("shard-1");

    shard("shard-2", "shard-1").close();
    shard("shard-3", "shard-2").append("30", T.plusSeconds(2));
    StreamPosition after = next(read);

    assertThat(after.shards()).containsOnlyKeys("shard-3");
    assertThat(after.shards().get("shard-3").parents()).containsExactly("shard-1");
  }

  private ModelShard shard(String id, String... parents) {
    ModelShard shard = new ModelShard(id, List.of(parents), TimeSearch.FIRST_IN_SEQUENCE);
    shards.put(id, shard);
    return shard;
  }

  private StreamPosition next(StreamPosition start) {
    EndPlanner ends = new EndPlanner(T.plusSeconds(60), Duration.ofHours(1), Duration.ofDays(1));
    ShardDirectory directory =
        new ShardDirectory(shards.values().stream().map(ModelShard::listed).toList());
    return planner.next(start, ModelStream.IDENTITY, directory, ends).position();
  }

  private static final class OneByOne implements PositionPlanner.EachShard {
    @Override
    public <R> Map<String, R> of(Collection<String> shardIds, Function<String, R> work) {
      Map<String, R> done = new TreeMap<>();
      shardIds.forEach(id -> done.put(id, work.apply(id)));
      return done;
    }
  }
}
