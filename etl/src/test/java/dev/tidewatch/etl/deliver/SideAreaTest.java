package dev.tidewatch.etl.deliver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.etl.deliver.SideObject.Area;
import dev.tidewatch.etl.shape.RejectReason;
import dev.tidewatch.etl.shape.StreamRecord;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideAreaTest {
  private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");

  private final MemoryObjectStore store = new MemoryObjectStore();
  private final SideArea area = new SideArea(store);

  private static StreamRecord record(int number, String data) {
    return new StreamRecord("49" + number, 0, T.plusSeconds(number), data.getBytes(UTF_8));
  }

  private List<SideObject> write(SideArea to, int count) {
    try (var writer = to.forRange("shardId-1")) {
      for (int i = 0; i < count; i++) {
        writer.late(T.minusSeconds(600), record(100 + i, "late " + i));
      }
      return writer.finish();
    }
  }

  @Test
  void namesObjectsByShardAndFirstRecord() {
    try (var writer = area.forRange("shardId-1")) {
      writer.late(T.minusSeconds(600), record(1, "a"));
      writer.rejected(RejectReason.MALFORMED, "no JSON", record(2, "\u0000\"b"));
      writer.late(T.minusSeconds(300), record(3, "c"));
      assertThat(writer.finish())
          .containsExactly(
              new SideObject(Area.LATE, "late/2026/11/20/shardId-1-491.jsonl", 2),
              new SideObject(Area.REJECTED, "rejected/2026/11/20/shardId-1-492.jsonl", 1));
    }
    assertThat(store.get("rejected/2026/11/20/shardId-1-492.jsonl").orElseThrow())
        .asString(UTF_8)
        .isEqualTo(
            """
            {"shardId":"shardId-1","sequenceNumber":"492","subSequenceNumber":0,"arrivalTimestamp":"2026-11-20T10:00:02Z","errorCode":"MALFORMED","errorMessage":"no JSON","rawData":"ACJi"}
            """);
  }

  @Test
  void readsBackEveryByte() {
    byte[] all = new byte[256];
    IntStream.range(0, 256).forEach(i -> all[i] = (byte) i);
    try (var writer = area.forRange("shardId-1")) {
      writer.rejected(RejectReason.NOT_UTF8, "bytes", new StreamRecord("49", 7, T, all));
      writer.finish();
    }
    try (var records = area.read("rejected/2026/")) {
      SideRecord record = records.toList().get(0);
      assertThat(record.record().data()).isEqualTo(all);
      assertThat(record.record().subSequenceNumber()).isEqualTo(7);
      assertThat(record.errorCode()).hasValue("NOT_UTF8");
      assertThat(record.intervalStart()).isEmpty();
    }
  }

  @Test
  void writesNothingWhenTheRangeFails() {
    try (var writer = area.forRange("shardId-1")) {
      writer.late(T, record(1, "a"));
    }
    assertThat(store.tree("")).isEmpty();
  }

  @Test
  void writesTheSameWhenTheRangeIsReadAgain() {
    List<SideObject> first = write(area, 5);
    var tree = store.tree("");
    assertThat(write(area, 5)).isEqualTo(first);
    assertThat(store.tree("")).isEqualTo(tree);
  }

  @Test
  void neverReplacesOtherRecords() {
    write(area, 5);
    List<SideObject> more = write(area, 6);
    assertThat(store.tree("late/")).hasSize(2);
    assertThat(area.readObject(more.get(0).key())).hasSize(6);
  }

  @Test
  void spillsAndBeginsANewObjectWhenThereIsMuch() {
    SideArea small = new SideArea(store, 1000, 5000);
    List<SideObject> objects = write(small, 100);
    assertThat(objects).hasSizeGreaterThan(2);
    assertThat(objects.get(1).key()).isEqualTo("late/2026/11/20/shardId-1-49100-0001.jsonl");
    assertThat(objects.stream().mapToLong(SideObject::lines).sum()).isEqualTo(100);
    List<String> texts =
        objects.stream()
            .flatMap(object -> small.readObject(object.key()))
            .map(record -> new String(record.record().data(), UTF_8))
            .toList();
    assertThat(texts).isEqualTo(IntStream.range(0, 100).mapToObj(i -> "late " + i).toList());
  }
}
