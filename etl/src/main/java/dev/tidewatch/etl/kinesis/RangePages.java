package dev.tidewatch.etl.kinesis;

import dev.tidewatch.etl.kinesis.Cut.Kind;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.kinesis.model.Record;

/**
 * The records of a range, page by page, exactly. A range whose records are not all there any more
 * is never passed off as whole.
 */
final class RangePages implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RangePages.class);

  /** How often the end of a range may be looked for past what the shard says it has. */
  private static final int LOOKS_PAST_TIP = 20;

  private final ShardRange range;
  private final boolean failOnDataLoss;
  private final PrefetchedPages pages;
  private boolean begun;
  private boolean done;
  private int looksPastTip;
  private long gaps;

  RangePages(ShardRange range, ShardReader reader, boolean failOnDataLoss) {
    this.range = range;
    this.failOnDataLoss = failOnDataLoss;
    this.pages = new PrefetchedPages(reader, range.shardId());
  }

  /** Whether all records of the range have been handed out. */
  boolean isDone() {
    return done;
  }

  /** How many stretches of the range are gone from the stream. */
  long gaps() {
    return gaps;
  }

  /** The next records of the range, perhaps none. */
  List<Record> next() {
    RecordPage page = pages.take();
    int end = endWithin(page);
    done = end < page.records().size() || page.ended() || endsWith(page);
    if (!done && isPastTip(page)) {
      done = true;
      lose("it has nothing more, and the rest up to " + range.to().text() + " is gone");
      return List.of();
    }
    if (!done) {
      pages.askForMore();
    }
    int start = startWithin(page);
    checkEnd(page, end);
    return start == 0 && end == page.records().size()
        ? page.records()
        : page.records().subList(start, Math.max(start, end));
  }

  private int startWithin(RecordPage page) {
    if (begun || page.isEmpty() || range.from().sequence() == null) {
      begun |= !page.isEmpty();
      return 0;
    }
    begun = true;
    String from = range.from().requireSequence();
    List<Record> records = page.records();
    if (range.from().is(Kind.BEFORE)) {
      if (!records.get(0).sequenceNumber().equals(from)) {
        lose("its first record " + from + " is gone");
      }
      return 0;
    }
    int start = 0;
    while (start < records.size()
        && Cut.compareSequences(records.get(start).sequenceNumber(), from) <= 0) {
      start++;
    }
    begun = start < records.size();
    return start;
  }

  /** How many records of the page lie before the end of the range. */
  private int endWithin(RecordPage page) {
    int count = page.records().size();
    if (count == 0 || range.to().sequence() == null) {
      return count;
    }
    String to = range.to().requireSequence();
    int allowed = range.to().is(Kind.AFTER) ? 0 : -1;
    while (count > 0
        && Cut.compareSequences(page.records().get(count - 1).sequenceNumber(), to) > allowed) {
      count--;
    }
    return count;
  }

  private boolean endsWith(RecordPage page) {
    return range.to().is(Kind.AFTER)
        && !page.isEmpty()
        && page.last().sequenceNumber().equals(range.to().requireSequence());
  }

  private void checkEnd(RecordPage page, int end) {
    if (!done || range.to().is(Kind.SHARD_END)) {
      return;
    }
    int at = range.to().is(Kind.AFTER) ? end - 1 : end;
    List<Record> records = page.records();
    boolean found =
        at >= 0
            && at < records.size()
            && records.get(at).sequenceNumber().equals(range.to().requireSequence());
    if (!found) {
      lose("the record " + range.to().requireSequence() + " at its end is gone");
    }
  }

  /** Whether the shard had nothing more so often that the end of the range will not come. */
  private boolean isPastTip(RecordPage page) {
    return page.isEmpty() && page.atTip() && ++looksPastTip > LOOKS_PAST_TIP;
  }

  private void lose(String what) {
    String message = "records of shard " + range + " are lost: " + what + " from the stream";
    if (failOnDataLoss) {
      throw new KinesisSourceException(
          message
              + ", probably because the job was behind by more than the stream's retention; "
              + KinesisSourceException.TO_GO_ON);
    }
    gaps++;
    log.warn("{}; going on with what is left", message);
  }

  @Override
  public void close() {
    pages.close();
  }
}
