package dev.tidewatch.etl.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tidewatch.etl.asl.ReceivedBlock.Stretch;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReceivedBlockTest {
  private static final ReceivedBlock BLOCK =
      new ReceivedBlock(
          List.of(
              new Stretch("a", "7", "9"),
              new Stretch("b", "8", "8"),
              new Stretch("a", "10", "11")));

  private static List<String> shardsOf(String... sequences) {
    ReceivedBlock.Walk walk = BLOCK.walk();
    return Stream.of(sequences).map(walk::shardOf).toList();
  }

  @Test
  void tellsTheShardOfEachRecord() {
    assertThat(shardsOf("7", "9", "8", "10", "11")).containsExactly("a", "a", "b", "a", "a");
  }

  @Test
  void countsAllPartsOfAPackedRecordToItsShard() {
    assertThat(shardsOf("7", "7", "9", "9", "9", "8", "8", "10", "11", "11"))
        .containsExactly("a", "a", "a", "a", "a", "b", "b", "a", "a", "a");
  }

  @Test
  void refusesRecordsItDoesNotKnowOf() {
    assertThatIllegalStateException()
        .isThrownBy(() -> shardsOf("7", "9", "8", "10", "11", "12"))
        .withMessageContaining("a block has records behind its last");
  }
}
