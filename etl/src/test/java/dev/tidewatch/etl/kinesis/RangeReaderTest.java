package dev.tidewatch.etl.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.sql.catalyst.InternalRow;
import org.junit.jupiter.api.Test;

class RangeReaderTest {
  private static final int RECORDS = Integer.getInteger("reader.records", 50_000);

  private final ModelStream model = new ModelStream(new SplittableRandom(5), 1);
  private final ModelShard shard = model.open().get(0);

  private RangeReader reader(RangeColumn... columns) {
    shard.close();
    ModelCalls calls = new ModelCalls(model, () -> ModelStream.IDENTITY);
    return new RangeReader(
        new ShardRange(shard.id, Cut.TRIM_HORIZON, Cut.SHARD_END),
        calls.read(shard.id, Cut.TRIM_HORIZON, 10_000),
        calls,
        List.of(columns),
        true);
  }

  @Test
  void fillsTheColumnsThatAreAskedForInTheirOrder() throws IOException {
    shard.append("7", ModelStream.BEGIN.plusMillis(5));
    try (RangeReader reader = reader(RangeColumn.ARRIVAL, RangeColumn.SHARD_ID)) {
      assertThat(reader.next()).isTrue();
      InternalRow row = reader.get();
      assertThat(row.numFields()).isEqualTo(2);
      assertThat(row.getLong(0)).isEqualTo(ModelStream.BEGIN.plusMillis(5).toEpochMilli() * 1_000);
      assertThat(row.getUTF8String(1)).hasToString(shard.id);
      assertThat(reader.next()).isFalse();
    }
  }

  /**
   * {@code -Dreader.records=2000000} is the long form; what the SDK takes to decode is not in it.
   */
  @Test
  void takesLittleTimeForARow() throws IOException {
    for (int i = 0; i < RECORDS; i++) {
      shard.append(Long.toString(49_000_000_000_000_000L + i), ModelStream.BEGIN.plusMillis(i));
    }
    long rows = 0;
    try (RangeReader reader =
        reader(
            RangeColumn.SHARD_ID,
            RangeColumn.SEQUENCE_NUMBER,
            RangeColumn.ARRIVAL,
            RangeColumn.DATA)) {
      long begin = System.nanoTime();
      while (reader.next()) {
        rows++;
      }
      System.out.printf("reader: %,d ns a row%n", (System.nanoTime() - begin) / rows);
    }
    assertThat(rows).isEqualTo(RECORDS);
  }
}
