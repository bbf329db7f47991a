package dev.tidewatch.etl.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndPlannerTest {
  private static final Instant EIGHT = Instant.parse("2026-11-20T08:00:00Z");
  private static final Instant HORIZON = EIGHT.plusSeconds(100);

  private final ModelShard shard =
      new ModelShard("shard", List.of(), ModelShard.TimeSearch.FIRST_IN_SEQUENCE);

  private static EndPlanner planner(Duration span) {
    return new EndPlanner(HORIZON, span, Duration.ofDays(1));
  }

  private static Cut before(String sequence, long second) {
    return Cut.before(new RecordHead(sequence, EIGHT.plusSeconds(second)));
  }

  private static Cut after(String sequence, long second) {
    return Cut.after(new RecordHead(sequence, EIGHT.plusSeconds(second)));
  }

  private void append(int sequence, long second) {
    shard.append(Integer.toString(sequence), EIGHT.plusSeconds(second));
  }

  @Test
  void endsBeforeTheFirstRecordThatIsTooYoung() {
    append(10, 90);
    append(11, 99);
    append(12, 100);

    assertThat(planner(Duration.ofHours(1)).plan(shard, before("10", 90)))
        .isEqualTo(new ShardPlan(before("12", 100), null, false));
  }

  @Test
  void looksOnceAtABusyShard() {
    append(10, 90);
    append(11, 101);

    planner(Duration.ofHours(1)).plan(shard, before("10", 90));

    assertThat(shard.looks()).isEqualTo(1);
  }

  @Test
  void doesNotLookWhenTheNextRecordIsTooYoung() {
    append(10, 100);

    assertThat(planner(Duration.ofHours(1)).plan(shard, before("10", 100)).to())
        .isEqualTo(before("10", 100));
    assertThat(shard.looks()).isZero();
  }

  @Test
  void endsAfterTheLastRecordWhenNoneIsTooYoung() {
    append(10, 10);
    append(11, 97);

    assertThat(planner(Duration.ofHours(1)).plan(shard, Cut.TRIM_HORIZON))
        .isEqualTo(new ShardPlan(after("11", 97), HORIZON, false));
  }

  @Test
  void takesNoMoreThanItsSpanOfABacklog() {
    append(10, 0);
    append(11, 9);
    append(12, 30);

    assertThat(planner(Duration.ofSeconds(10)).plan(shard, Cut.TRIM_HORIZON).to())
        .isEqualTo(before("12", 30));
  }

  @Test
  void goesOnThroughArrivalTimesThatRunBackFurtherThanTheSpan() {
    append(10, 50);
    append(11, 40);
    append(12, 70);

    assertThat(planner(Duration.ofSeconds(1)).plan(shard, before("11", 40)).to())
        .isEqualTo(before("12", 70));
  }

  @Test
  void endsAClosedShardWhenItsLastRecordIsOldEnough() {
    append(10, 10);
    shard.close();

    assertThat(planner(Duration.ofHours(1)).plan(shard, before("10", 10)))
        .isEqualTo(ShardPlan.readToEnd());
    assertThat(planner(Duration.ofHours(1)).plan(shard, after("10", 10)))
        .isEqualTo(ShardPlan.over());
  }

  @Test
  void hasNothingToReadInAShardSeenToItsTip() {
    append(10, 10);

    assertThat(planner(Duration.ofHours(1)).plan(shard, after("10", 10)))
        .isEqualTo(ShardPlan.idle(after("10", 10), HORIZON));
    assertThat(shard.looks()).isEqualTo(1);
  }

  @Test
  void findsTheTipOfAShardThatWasIdleForLong() {
    shard.append("10", EIGHT.minus(Duration.ofHours(20)));

    assertThat(planner(Duration.ofHours(1)).tip(shard).to().sequenceNumber()).contains("10");
    assertThat(shard.looks()).isLessThan(20);
  }

  @Test
  void takesTheOldestForTheTipOfAnEmptyShard() {
    assertThat(planner(Duration.ofHours(1)).tip(shard))
        .isEqualTo(ShardPlan.idle(Cut.TRIM_HORIZON, HORIZON));
  }
}
