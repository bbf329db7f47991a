package dev.tidewatch.etl.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.etl.shape.Shop.Side;
import dev.tidewatch.metricset.RecordFormat;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever bytes come: no exception, and every record ends in exactly one place. */
class FuzzTest {
  /** The long form: {@code -Dtest.jvm.args=-Dtidewatch.fuzz.bytes=10000000}. */
  private static final int CASES = Integer.getInteger("tidewatch.fuzz.bytes", 50_000);

  private static final int RECORDS_PER_RANGE = 1_000;
  private static final byte[] TELLING_BYTES =
      Arrays.copyOf(Shop.bytes("{}[]\",:\\\n\r\t \0eE+-.019tfnu\u00e9"), 32);

  @Test
  void anyBytesAsJson() {
    fuzz(Shop.JSON, Shop.order("2026-11-20 12:00:00", "i\\u00e9s", "uk", "1.5e2", "\"2.5\""));
  }

  @Test
  void anyBytesAsCsv() {
    fuzz(Shop.CSV, "2026-11-20 12:00:00,\"i,o\"\"s\",uk,1.5e2,2.5\r\n");
  }

  private static void fuzz(RecordFormat format, String good) {
    Random random = new Random(5);
    byte[] seed = Shop.bytes(good);
    for (int done = 0; done < CASES; done += RECORDS_PER_RANGE) {
      Side side = new Side();
      RangeShaper shaper =
          new RangeShaper(
              Shop.metricSet(format), ShapeRules.DEFAULT, ShardStart.ofNew("shard"), side);
      for (int i = 0; i < RECORDS_PER_RANGE; i++) {
        shaper.accept("1", 0, Shop.NOON.toEpochMilli(), mutated(seed, random));
      }
      assertAddsUp(shaper.finish(), side);
    }
  }

  private static void assertAddsUp(ShapedRange range, Side side) {
    long inRows =
        range.rows().values().stream()
            .flatMap(rows -> rows.values().stream())
            .mapToLong(RowTotals::records)
            .sum();
    assertThat(range.late().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(side.late.size());
    assertThat(range.rejected().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(side.rejected.size());
    assertThat(range.read()).isEqualTo(inRows + side.late.size() + side.rejected.size());
    assertThat(range.read()).isGreaterThanOrEqualTo(RECORDS_PER_RANGE);
    assertThat(side.rejected)
        .allSatisfy(rejected -> assertThat(rejected.detail()).hasSizeLessThan(300));
  }

  private static byte[] mutated(byte[] seed, Random random) {
    byte[] data = seed.clone();
    int changes = random.nextInt(4);
    for (int i = 0; i < changes && data.length > 0; i++) {
      int at = random.nextInt(data.length);
      byte with =
          random.nextInt(4) == 0
              ? (byte) random.nextInt(256)
              : TELLING_BYTES[random.nextInt(TELLING_BYTES.length)];
      switch (random.nextInt(4)) {
        case 0 -> data[at] = with;
        case 1 -> data = Arrays.copyOf(data, at);
        case 2 -> data = spliced(data, at, at, with);
        default ->
            data = spliced(data, at, Math.min(data.length, at + 1 + random.nextInt(9)), with);
      }
    }
    return data;
  }

  private static byte[] spliced(byte[] data, int from, int to, byte with) {
    byte[] result = new byte[from + 1 + data.length - to];
    System.arraycopy(data, 0, result, 0, from);
    result[from] = with;
    System.arraycopy(data, to, result, from + 1, data.length - to);
    return result;
  }
}
