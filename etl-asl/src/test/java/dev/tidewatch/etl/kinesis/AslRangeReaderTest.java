package dev.tidewatch.etl.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.amazonaws.auth.BasicAWSCredentials;
import dev.tidewatch.localaws.kinesis.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.streaming.kinesis.KinesisReadConfigurations;
import org.apache.spark.streaming.kinesis.KinesisSequenceRangeIterator;
import org.apache.spark.streaming.kinesis.SequenceNumberRange;
import org.junit.jupiter.api.Test;

/** The reader on kinesis-asl keeps the same contract, but for empty answers. */
class AslRangeReaderTest extends RangeReaderContract {
  @Override
  String reader() {
    return "asl";
  }

  /** As Spark itself uses it, when a block is gone and has to be read again. */
  private List<String> readRaw(String from, String to) {
    var iterator =
        new KinesisSequenceRangeIterator(
            new BasicAWSCredentials("local", "local-secret"),
            server.endpoint().toString(),
            "us-east-1",
            new SequenceNumberRange(stream.name(), SHARD, from, to, 10_000),
            new KinesisReadConfigurations(3, 100, 10_000));
    List<String> texts = new ArrayList<>();
    while (iterator.hasNext()) {
      texts.add(UTF_8.decode(iterator.next().getData()).toString());
    }
    return texts;
  }

  /** Why ranges are never given to it as they are. */
  @Test
  void theIteratorItselfLosesWhatWasPackedWithTheLastRecord() throws Exception {
    String first = stream.putPacked("a1", "a2", "a3");
    String second = stream.putPacked("b1", "b2", "b3", "b4", "b5");

    assertThat(readRaw(first, second)).containsExactly("a1", "a2", "a3", "b1");
    assertThat(read(before(first), after(second))).hasSize(8);
  }

  /** Why it is not the reader by default. */
  @Test
  void givesUpAtAnEmptyAnswer() {
    List<String> numbers = stream.put("0", "1", "2");
    server.faults().injectNext(Fault.EMPTY_PAGE, 1);

    assertThatExceptionOfType(KinesisSourceException.class)
        .isThrownBy(() -> read(before(numbers.get(0)), before(numbers.get(2))))
        .withMessageContaining("Could not read until the end sequence number of the range")
        .withMessageContaining("start again without shardReader=asl");
  }

  @Test
  void isNamedAmongTheReadersThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReaderChoice.parse("kcl"))
        .withMessageContaining("there is no reader 'kcl' on the class path, but sdk, asl");
  }
}
