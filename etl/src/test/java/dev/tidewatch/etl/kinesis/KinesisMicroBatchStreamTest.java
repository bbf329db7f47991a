package dev.tidewatch.etl.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.streaming.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The driver's part against a stream in memory, with a clock of its own. */
class KinesisMicroBatchStreamTest {
  private final ModelStream model = new ModelStream(new SplittableRandom(1), 2);
  private final Map<String, String> options =
      new HashMap<>(
          Map.of("streamName", "model", "startingPosition", "earliest", "positions", "true"));
  private StreamIdentity identity = ModelStream.IDENTITY;
  private KinesisMicroBatchStream stream = open();

  private KinesisMicroBatchStream open() {
    return new KinesisMicroBatchStream(
        SourceOptions.parse(options),
        RangeColumn.of(RangeColumn.schema()),
        new ModelCalls(model, () -> identity),
        model::now);
  }

  private void reopenWith(String option, String value) {
    stream.stop();
    options.put(option, value);
    stream = open();
  }

  @AfterEach
  void stop() {
    stream.stop();
  }

  private Offset next(Offset start) {
    return stream.latestOffset(start, stream.getDefaultReadLimit());
  }

  private Offset readToTheTip() {
    model.appendSome(100);
    model.pass(Duration.ofMinutes(1));
    Offset at = next(stream.initialOffset());
    model.pass(Duration.ofMinutes(1));
    return next(at);
  }

  @Test
  void staysWhereItIsUntilTheHeartbeatIsDue() {
    Offset tip = readToTheTip();

    model.pass(Duration.ofSeconds(29));
    assertThat(next(tip)).isEqualTo(tip);
    model.pass(Duration.ofSeconds(1));
    assertThat(next(tip)).isNotEqualTo(tip);
  }

  @Test
  void hasNoRangeButAPositionInABatchWithoutRecords() {
    Offset tip = readToTheTip();
    model.pass(Duration.ofSeconds(30));
    Offset later = next(tip);

    InputPartition[] partitions = stream.planInputPartitions(tip, later);

    assertThat(partitions).hasOnlyElementsOfType(PositionPartition.class).hasSize(1);
    BatchPosition position = ((PositionPartition) partitions[0]).position();
    Instant horizon = model.now().minusSeconds(3);
    assertThat(position.shards())
        .hasSize(2)
        .allSatisfy(shard -> assertThat(shard.tip()).contains(horizon));
  }

  @Test
  void endsABoundedRunWithOnePositionMore() {
    Offset tip = readToTheTip();
    model.pass(Duration.ofSeconds(1));
    stream.prepareForTriggerAvailableNow();
    Offset last = next(tip);

    assertThat(last).isNotEqualTo(tip);
    model.pass(Duration.ofMinutes(10));
    model.appendSome(100);
    assertThat(next(last)).isEqualTo(last);
  }

  @Test
  void aBoundedRunReadsWhatArrivedJustBeforeItBegan() {
    Offset tip = readToTheTip();
    model.appendSome(10);
    model.pass(Duration.ofMillis(1));
    stream.prepareForTriggerAvailableNow();
    Offset last = next(tip);

    assertThat(stream.planInputPartitions(tip, last)).isNotEmpty();
    model.pass(Duration.ofMinutes(10));
    assertThat(next(last)).isEqualTo(last);
  }

  @Test
  void plansABatchAgainFromItsLogAlone() {
    model.appendSome(100);
    model.pass(Duration.ofMinutes(1));
    Offset first = next(stream.initialOffset());
    InputPartition[] planned = stream.planInputPartitions(stream.initialOffset(), first);
    model.appendSome(100);
    reopenWith("positions", "true");

    assertThat(
            stream.planInputPartitions(
                stream.initialOffset(), stream.deserializeOffset(first.json())))
        .isEqualTo(planned);
  }

  @Test
  void keepsTheTipItBeganAtInItsFirstPosition() {
    reopenWith("startingPosition", "latest");
    model.appendSome(100);
    model.pass(Duration.ofMinutes(1));
    Offset first = next(stream.initialOffset());
    model.appendSome(100);
    reopenWith("startingPosition", "latest");

    assertThat(stream.planInputPartitions(stream.initialOffset(), first))
        .hasOnlyElementsOfType(PositionPartition.class);
    assertThat(((StreamPosition) first).shards().values())
        .allSatisfy(mark -> assertThat(mark.entered()).isEqualTo(mark.at()));
  }

  @Test
  void failsWhenAShardIsGoneThatWasNotReadToItsEnd() {
    Offset tip = readToTheTip();
    String gone = model.shards().keySet().iterator().next();
    model.shards().remove(gone);
    model.pass(Duration.ofMinutes(1));

    assertThatExceptionOfType(KinesisSourceException.class)
        .isThrownBy(() -> next(tip))
        .withMessageContaining("[" + gone + "] are gone from the stream")
        .withMessageContaining("failOnDataLoss=false");
  }

  @Test
  void goesOnWithoutAGoneShardWhenToldToAndCountsTheGap() {
    reopenWith("failOnDataLoss", "false");
    Offset tip = readToTheTip();
    model.shards().remove(model.shards().keySet().iterator().next());
    model.pass(Duration.ofMinutes(1));

    Offset later = next(tip);

    assertThat(((StreamPosition) later).shards()).hasSize(1);
    assertThat(stream.metrics(Optional.of(later))).containsEntry("gaps", "1");
  }

  @Test
  void failsWhenItWasStoppedForLongerThanTheStreamKeepsRecords() {
    Offset tip = readToTheTip();
    model.pass(Duration.ofHours(25));

    assertThatExceptionOfType(KinesisSourceException.class)
        .isThrownBy(() -> next(tip))
        .withMessageContaining("the stream keeps records for PT24H only");
  }

  @Test
  void refusesAStreamMadeAnewUnderTheSameName() {
    Offset tip = readToTheTip();
    identity =
        new StreamIdentity(identity.arn(), identity.created().plusSeconds(1), identity.retention());
    model.pass(Duration.ofMinutes(1));

    assertThatExceptionOfType(KinesisSourceException.class)
        .isThrownBy(() -> next(tip))
        .withMessageContaining("start with a new checkpoint");
  }

  @Test
  void readsTheChildrenOfAMergeAfterBothParents() {
    Offset at = readToTheTip();
    List<ModelShard> parents = model.open();
    model.merge(parents.get(0), parents.get(1));
    model.pass(Duration.ofMinutes(1));

    Offset ended = next(at);
    assertThat(((StreamPosition) ended).shards().keySet())
        .containsExactly(parents.get(0).id, parents.get(1).id);
    model.pass(Duration.ofSeconds(1));
    Offset entered = next(ended);

    assertThat(((StreamPosition) entered).shards().values())
        .singleElement()
        .satisfies(
            mark -> assertThat(mark.parents()).contains(parents.get(0).id, parents.get(1).id));
  }

  @Test
  void tellsHowFarItIsBehind() {
    Offset tip = readToTheTip();

    assertThat(stream.metrics(Optional.of(tip)))
        .containsEntry("lagMillis", "3000")
        .containsEntry("shards", "2");
  }
}
