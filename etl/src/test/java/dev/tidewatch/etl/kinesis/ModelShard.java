package dev.tidewatch.etl.kinesis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.model.Record;

/**
 * A shard that exists in memory only. Its arrival times need not increase, and it finds a time in
 * one of the ways Kinesis might.
 */
final class ModelShard implements ShardPeek {
  /** How a time is found among arrival times that are out of order. */
  enum TimeSearch {
    FIRST_IN_SEQUENCE,
    AFTER_LAST_EARLIER,
    BINARY
  }

  final String id;
  final List<String> parents;
  private final TimeSearch search;
  private final List<RecordHead> records = new ArrayList<>();
  private boolean closed;
  private int looks;

  ModelShard(String id, List<String> parents, TimeSearch search) {
    this.id = id;
    this.parents = parents;
    this.search = search;
  }

  static ModelShard any(String id, List<String> parents, RandomGenerator random) {
    TimeSearch[] all = TimeSearch.values();
    return new ModelShard(id, parents, all[random.nextInt(all.length)]);
  }

  void append(String sequence, Instant arrival) {
    if (closed) {
      throw new IllegalStateException("shard " + id + " is closed");
    }
    records.add(new RecordHead(sequence, arrival));
  }

  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  int size() {
    return records.size();
  }

  int looks() {
    return looks;
  }

  ListedShard listed() {
    return new ListedShard(id, parents, closed);
  }

  List<String> read(Cut from, Cut to) {
    return records.subList(indexOf(from), indexOf(to)).stream().map(RecordHead::sequence).toList();
  }

  List<Record> records(Cut from) {
    return records.subList(indexOf(from), records.size()).stream()
        .map(
            head ->
                Record.builder()
                    .sequenceNumber(head.sequence())
                    .approximateArrivalTimestamp(head.arrival())
                    .partitionKey(id)
                    .data(SdkBytes.fromUtf8String(head.sequence()))
                    .build())
        .toList();
  }

  List<String> all() {
    return records.stream().map(RecordHead::sequence).toList();
  }

  @Override
  public Sight first(Cut from) {
    return walk(from, head -> true);
  }

  @Override
  public Sight walk(Cut from, Predicate<RecordHead> condition) {
    looks++;
    RecordHead last = null;
    for (RecordHead head : records.subList(indexOf(from), records.size())) {
      if (condition.test(head)) {
        return new Sight(head, last, false);
      }
      last = head;
    }
    return new Sight(null, last, closed);
  }

  private int indexOf(Cut cut) {
    return switch (cut.kind()) {
      case TRIM_HORIZON -> 0;
      case SHARD_END -> {
        if (!closed) {
          throw new IllegalStateException("shard " + id + " is open and has no end");
        }
        yield records.size();
      }
      case BEFORE -> place(cut.requireSequence());
      case AFTER -> place(cut.requireSequence()) + 1;
      case AT_TIMESTAMP -> indexOf(cut.requireArrival());
    };
  }

  private int place(String sequence) {
    int low = 0;
    int high = records.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Cut.compareSequences(records.get(middle).sequence(), sequence);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    throw new IllegalStateException("shard " + id + " has no record " + sequence);
  }

  private int indexOf(Instant time) {
    return switch (search) {
      case FIRST_IN_SEQUENCE -> {
        int index = 0;
        while (index < records.size() && records.get(index).arrival().isBefore(time)) {
          index++;
        }
        yield index;
      }
      case AFTER_LAST_EARLIER -> {
        int index = records.size();
        while (index > 0 && !records.get(index - 1).arrival().isBefore(time)) {
          index--;
        }
        yield index;
      }
      case BINARY -> {
        int low = 0;
        int high = records.size();
        while (low < high) {
          int middle = (low + high) >>> 1;
          if (records.get(middle).arrival().isBefore(time)) {
            low = middle + 1;
          } else {
            high = middle;
          }
        }
        yield low;
      }
    };
  }
}
