package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.shape.RejectReason;
import dev.tidewatch.etl.shape.SideSink;
import dev.tidewatch.etl.shape.StreamRecord;
import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where records go that get into no interval file: {@code late/} and {@code rejected/}, one object
 * for each range of a shard and area, named by its first such record. A range that is read again
 * writes the same.
 */
public final class SideArea {
  private static final int MEMORY_BYTES = 4 << 20;
  private static final int PART_BYTES = 64 << 20;
  private static final int HASH_CHARACTERS = 12;

  private final ObjectStore store;
  private final int memoryBytes;
  private final int partBytes;

  public SideArea(ObjectStore store) {
    this(store, MEMORY_BYTES, PART_BYTES);
  }

  /**
   * @param memoryBytes how much is kept in memory for a range and area
   * @param partBytes how long an object may get before the next is begun
   */
  SideArea(ObjectStore store, int memoryBytes, int partBytes) {
    this.store = requireNonNull(store, "store");
    this.memoryBytes = memoryBytes;
    this.partBytes = partBytes;
  }

  /** Takes what one range of a shard sets aside. */
  public RangeWriter forRange(String shardId) {
    return new RangeWriter(requireNonNull(shardId, "shardId"));
  }

  /**
   * Takes the records of one range. Nothing is written before {@link #finish}, so a range that
   * fails leaves nothing behind.
   */
  public final class RangeWriter implements SideSink, Closeable {
    private final String shardId;
    private final Map<SideObject.Area, SpillingLines> lines = new EnumMap<>(SideObject.Area.class);
    private final Map<SideObject.Area, StreamRecord> first = new EnumMap<>(SideObject.Area.class);

    private RangeWriter(String shardId) {
      this.shardId = shardId;
    }

    @Override
    public void late(Instant intervalStart, StreamRecord record) {
      add(SideObject.Area.LATE, SideRecord.late(shardId, intervalStart, record));
    }

    @Override
    public void rejected(RejectReason reason, String detail, StreamRecord record) {
      add(SideObject.Area.REJECTED, SideRecord.rejected(shardId, reason.name(), detail, record));
    }

    private void add(SideObject.Area area, SideRecord record) {
      first.putIfAbsent(area, record.record());
      lines
          .computeIfAbsent(area, unused -> new SpillingLines(memoryBytes, partBytes))
          .add(record.writeLine());
    }

    /** Writes the objects, once the range was read to its end. */
    public List<SideObject> finish() {
      List<SideObject> objects = new ArrayList<>();
      lines.forEach(
          (area, content) -> {
            for (int part = 0; part < content.parts(); part++) {
              String key = put(stem(area), part, content.content(part));
              objects.add(new SideObject(area, key, content.lines(part)));
            }
          });
      return objects;
    }

    private String stem(SideObject.Area area) {
      StreamRecord record = requireNonNull(first.get(area), "the first record");
      return area.prefix()
          + DeliveryLayout.day(record.arrival())
          + shardId
          + "-"
          + record.sequenceNumber();
    }

    /**
     * Never replaces other records: when the stream is read again from another place, a range may
     * begin with the same record and have another end.
     */
    private String put(String stem, int part, byte[] content) {
      String name = part == 0 ? stem : "%s-%04d".formatted(stem, part);
      String key = name + ".jsonl";
      if (!store.putIfAbsent(key, content)) {
        key = name + "-" + Sha256.of(content).substring(0, HASH_CHARACTERS) + ".jsonl";
        store.put(key, content);
      }
      return key;
    }

    /** Frees what is held; without {@link #finish} nothing is written. */
    @Override
    public void close() {
      lines.values().forEach(SpillingLines::close);
    }
  }

  /**
   * The records of an area, object by object in the order of their keys, each in the order of its
   * shard; to be closed.
   *
   * @param keyPrefix which objects: the area's prefix, or that of a day in it
   */
  public Stream<SideRecord> read(String keyPrefix) {
    return store.list(keyPrefix).flatMap(this::readObject);
  }

  /** The records of one object; none when it is gone. */
  public Stream<SideRecord> readObject(String key) {
    return store.get(key).stream()
        .flatMap(content -> new String(content, StandardCharsets.UTF_8).lines())
        .map(line -> SideRecord.readLine(key, line.getBytes(StandardCharsets.UTF_8)));
  }
}
