package dev.tidewatch.etl.deliver;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one batch did with each record it read: {@code ledger/}, one object a batch. A batch that is
 * run again writes the same.
 *
 * @param watermark after the batch; null when there is none yet
 * @param openRecords how many records are in open intervals after the batch
 * @param abandonedRecords how many were in open intervals when this query took over
 * @param ranges the stretches of shards it read, by shard
 * @param accepted how many records went into rows, by the start of their interval
 * @param late how many came too late, by the start of their interval
 * @param published the intervals it closed, in order of time
 */
public record BatchLedger(
    StateId id,
    @Nullable Instant watermark,
    long openRecords,
    long abandonedRecords,
    List<Range> ranges,
    SortedMap<Instant, Long> accepted,
    SortedMap<Instant, Long> late,
    List<PublishedInterval> published) {
  static final int VERSION = 1;

  /** A stretch of a shard: where it begins and ends, and what became of its records. */
  public record Range(
      String shardId,
      String from,
      String to,
      long read,
      long accepted,
      long late,
      SortedMap<String, Long> rejected,
      List<SideObject> sideObjects) {
    public Range {
      sideObjects = List.copyOf(sideObjects);
    }

    static Range of(ReadRange range) {
      SortedMap<String, Long> rejected = new TreeMap<>();
      range.shaped().rejected().forEach((reason, count) -> rejected.put(reason.name(), count));
      return new Range(
          range.shaped().shardId(),
          range.from(),
          range.to(),
          range.shaped().read(),
          range.accepted(),
          range.late(),
          rejected,
          range.sideObjects());
    }

    public long rejectedRecords() {
      return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  public BatchLedger {
    requireNonNull(id, "id");
    ranges = List.copyOf(ranges);
    published = List.copyOf(published);
  }

  static BatchLedger of(
      OpenIntervals after, List<ReadRange> ranges, List<PublishedInterval> published) {
    SortedMap<Instant, Long> accepted = new TreeMap<>();
    SortedMap<Instant, Long> late = new TreeMap<>();
    for (ReadRange range : ranges) {
      range
          .shaped()
          .rows()
          .forEach(
              (start, rows) ->
                  rows.values().forEach(row -> accepted.merge(start, row.records(), Long::sum)));
      range.shaped().late().forEach((start, count) -> late.merge(start, count, Long::sum));
    }
    return new BatchLedger(
        after.id(),
        after.watermark(),
        after.openRecords(),
        after.totals().abandoned(),
        ranges.stream()
            .map(Range::of)
            .sorted(Comparator.comparing(Range::shardId)) // and as given within a shard
            .toList(),
        accepted,
        late,
        published);
  }

  public Optional<Instant> latestWatermark() {
    return Optional.ofNullable(watermark);
  }

  public long read() {
    return ranges.stream().mapToLong(Range::read).sum();
  }

  public long acceptedRecords() {
    return ranges.stream().mapToLong(Range::accepted).sum();
  }

  public long lateRecords() {
    return ranges.stream().mapToLong(Range::late).sum();
  }

  public long rejectedRecords() {
    return ranges.stream().mapToLong(Range::rejectedRecords).sum();
  }

  String key() {
    return DeliveryLayout.LEDGER + id.keyPart() + ".json";
  }

  byte[] write() {
    ObjectNode json =
        JsonText.object()
            .put("version", VERSION)
            .put("queryId", id.queryId())
            .put("generation", id.generation())
            .put("batchId", id.batchId());
    if (watermark != null) {
      json.put("watermark", watermark.toString());
    }
    json.put("read", read())
        .put("accepted", acceptedRecords())
        .put("late", lateRecords())
        .put("rejected", rejectedRecords())
        .put("open", openRecords)
        .put("abandoned", abandonedRecords);
    ranges.forEach(range -> write(json.withArray("/ranges"), range));
    writeCounts(json.putObject("acceptedByInterval"), accepted);
    writeCounts(json.putObject("lateByInterval"), late);
    published.forEach(interval -> write(json.withArray("/published"), interval));
    return JsonText.indented(json);
  }

  private static void write(ArrayNode array, Range range) {
    ObjectNode json =
        array
            .addObject()
            .put("shardId", range.shardId())
            .put("from", range.from())
            .put("to", range.to())
            .put("read", range.read())
            .put("accepted", range.accepted())
            .put("late", range.late());
    range.rejected().forEach(json.putObject("rejected")::put);
    ArrayNode objects = json.putArray("sideObjects");
    for (SideObject object : range.sideObjects()) {
      objects
          .addObject()
          .put("area", object.area().name())
          .put("key", object.key())
          .put("lines", object.lines());
    }
  }

  private static void write(ArrayNode array, PublishedInterval interval) {
    ObjectNode json =
        array
            .addObject()
            .put("start", interval.start().toString())
            .put("end", interval.end().toString())
            .put("rows", interval.rows())
            .put("records", interval.records())
            .put("foldedRows", interval.folding().rows())
            .put("foldedRecords", interval.folding().records());
    interval.conflictKey().ifPresent(key -> json.put("conflict", key));
  }

  private static void writeCounts(ObjectNode json, SortedMap<Instant, Long> counts) {
    counts.forEach((start, count) -> json.put(start.toString(), count));
  }

  /**
   * Reads a ledger.
   *
   * @param key where it lies, for messages
   * @throws CorruptObjectException when it is none
   */
  public static BatchLedger read(String key, byte[] content) {
    return new LedgerReader(key).read(content);
  }
}
