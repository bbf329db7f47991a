package dev.tidewatch.etl.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.Record;

class RangePagesTest {
  private static final RecordPage EMPTY = new RecordPage(List.of(), false, false);
  private static final RecordPage TIP = new RecordPage(List.of(), true, false);
  private static final RecordPage END = new RecordPage(List.of(), true, true);

  private long gaps;

  private static RecordPage page(String... sequences) {
    return new RecordPage(Arrays.stream(sequences).map(ModelCalls::record).toList(), false, false);
  }

  private static Cut before(String sequence) {
    return Cut.before(new RecordHead(sequence, ModelStream.BEGIN));
  }

  private static Cut after(String sequence) {
    return Cut.after(new RecordHead(sequence, ModelStream.BEGIN));
  }

  private List<String> read(Cut from, Cut to, boolean failOnDataLoss, RecordPage... answers) {
    Iterator<RecordPage> pages = List.of(answers).iterator();
    List<String> sequences = new ArrayList<>();
    try (RangePages range =
        new RangePages(
            new ShardRange("shard", from, to),
            () -> pages.hasNext() ? pages.next() : TIP,
            failOnDataLoss)) {
      while (!range.isDone()) {
        range.next().stream().map(Record::sequenceNumber).forEach(sequences::add);
      }
      gaps = range.gaps();
    }
    return sequences;
  }

  @Test
  void endsBeforeARecord() {
    assertThat(read(before("8"), before("11"), true, EMPTY, page("8", "9"), page("10", "11", "12")))
        .containsExactly("8", "9", "10");
    assertThat(read(before("8"), before("10"), true, page("8", "9"), EMPTY, page("10")))
        .containsExactly("8", "9");
  }

  @Test
  void endsAfterARecordWithoutAskingForMore() {
    assertThat(read(after("8"), after("10"), true, page("9", "10"))).containsExactly("9", "10");
    assertThat(read(after("8"), after("10"), true, page("9", "10", "11")))
        .containsExactly("9", "10");
  }

  @Test
  void readsAClosedShardToItsEnd() {
    assertThat(read(Cut.TRIM_HORIZON, Cut.SHARD_END, true, page("1"), EMPTY, page("2"), END))
        .containsExactly("1", "2");
  }

  @Test
  void skipsWhatComesBeforeTheRange() {
    assertThat(read(after("8"), after("10"), true, page("7", "8", "9", "10")))
        .containsExactly("9", "10");
  }

  @Test
  void failsWhenTheFirstRecordIsGone() {
    assertThatExceptionOfType(KinesisSourceException.class)
        .isThrownBy(() -> read(before("8"), before("11"), true, page("9", "10", "11")))
        .withMessageContaining("its first record 8 is gone from the stream");
  }

  @Test
  void failsWhenTheRecordAtTheEndIsGone() {
    assertThatExceptionOfType(KinesisSourceException.class)
        .isThrownBy(() -> read(after("8"), after("10"), true, page("11", "12")))
        .withMessageContaining("the record 10 at its end is gone");
    assertThatExceptionOfType(KinesisSourceException.class)
        .isThrownBy(() -> read(after("8"), after("10"), true, EMPTY, END))
        .withMessageContaining("the record 10 at its end is gone");
  }

  @Test
  void countsTheGapAndGoesOnWhenToldTo() {
    assertThat(read(before("8"), before("11"), false, page("9", "10", "11")))
        .containsExactly("9", "10");
    assertThat(gaps).isEqualTo(1);
  }

  @Test
  void neverEndsAtTheTipWithoutItsEnd() {
    assertThatExceptionOfType(KinesisSourceException.class)
        .isThrownBy(() -> read(after("8"), after("10"), true, page("9")))
        .withMessageContaining("it has nothing more, and the rest up to AFTER:10")
        .withMessageContaining("--allow-data-loss");
    assertThatExceptionOfType(KinesisSourceException.class)
        .isThrownBy(() -> read(after("8"), Cut.SHARD_END, true, page("9")))
        .withMessageContaining("it has nothing more, and the rest up to SHARD_END");
  }

  @Test
  void goesOnWhenNothingIsLeftAndItIsToldTo() {
    assertThat(read(before("8"), after("10"), false)).isEmpty();
    assertThat(gaps).isEqualTo(1);
  }
}
