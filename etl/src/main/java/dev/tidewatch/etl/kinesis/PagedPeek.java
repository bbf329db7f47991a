package dev.tidewatch.etl.kinesis;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kinesis.model.Record;

/** Looks into a shard by reading pages of it. */
final class PagedPeek implements ShardPeek {
  private static final int WALK_PAGE = 1_000;

  private final StreamCalls calls;
  private final String shardId;
  private final boolean closed;
  private final AtomicLong peeks;

  /**
   * @param closed whether the shard is known to take no more records: it has an end but no tip
   * @param peeks counts the looks
   */
  PagedPeek(StreamCalls calls, String shardId, boolean closed, AtomicLong peeks) {
    this.calls = calls;
    this.shardId = shardId;
    this.closed = closed;
    this.peeks = peeks;
  }

  @Override
  public Sight first(Cut from) {
    return look(from, 1, head -> true);
  }

  @Override
  public Sight walk(Cut from, Predicate<RecordHead> condition) {
    return look(from, WALK_PAGE, condition);
  }

  private Sight look(Cut from, int pageSize, Predicate<RecordHead> condition) {
    peeks.incrementAndGet();
    ShardReader reader = calls.read(shardId, from, pageSize);
    @Nullable RecordHead last = null;
    while (true) {
      RecordPage page = reader.next();
      for (Record record : page.records()) {
        RecordHead head =
            new RecordHead(record.sequenceNumber(), record.approximateArrivalTimestamp());
        // Kinesis may answer from the oldest record when the one asked for is no longer kept.
        if (from.is(Cut.Kind.AFTER) && !head.isAfter(from.requireSequence())) {
          continue;
        }
        if (condition.test(head)) {
          return new Sight(head, last, false);
        }
        last = head;
      }
      if (page.ended() || (page.atTip() && !closed)) {
        return new Sight(null, last, page.ended());
      }
    }
  }
}
