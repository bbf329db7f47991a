package dev.tidewatch.etl.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.tidewatch.etl.shape.Shop.Side;
import dev.tidewatch.metricset.RecordFormat;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class AllocationTest {
  private static final int RECORDS = 10_000;

  @Test
  void aGoodJsonRecordOfAKnownRowAllocatesNothing() {
    assertAllocatesNothing(Shop.JSON, Shop.order("2026-11-20 12:00:00"));
  }

  @Test
  void aGoodCsvRecordOfAKnownRowAllocatesNothing() {
    assertAllocatesNothing(Shop.CSV, "2026-11-20 12:00:00,\"the \"\"best\"\"\",uk,1,2.5\r\n");
  }

  private static void assertAllocatesNothing(RecordFormat format, String record) {
    RangeShaper shaper =
        new RangeShaper(
            Shop.metricSet(format), ShapeRules.DEFAULT, ShardStart.ofNew("shard"), new Side());
    byte[] data = Shop.bytes(record);
    accept(shaper, data);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    accept(shaper, data);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocated).isLessThan(RECORDS / 10);
    assertThat(shaper.finish().rejected()).isEmpty();
  }

  private static void accept(RangeShaper shaper, byte[] data) {
    for (int i = 0; i < RECORDS; i++) {
      shaper.accept("1", 0, Shop.NOON.toEpochMilli(), data);
    }
  }
}
