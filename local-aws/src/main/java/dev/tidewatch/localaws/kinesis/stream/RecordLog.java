package dev.tidewatch.localaws.kinesis.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The records of one shard in order, by an index that rises by one. Not thread-safe: its stream
 * guards it. Appending and trimming cost the same however many records are held; finding a place is
 * a binary search over segments.
 */
final class RecordLog {
  private final List<RecordSegment> segments = new ArrayList<>();
  private long first = 1;
  private long end = 1;
  private long latestArrival = Long.MIN_VALUE;

  /** Returns the new record's index. */
  long append(byte[] partitionKey, byte[] data, long arrivalMillis) {
    if (segments.isEmpty() || last().isFull()) {
      segments.add(new RecordSegment(end, latestArrival));
    }
    last().append(partitionKey, data, arrivalMillis);
    latestArrival = Math.max(latestArrival, arrivalMillis);
    return end++;
  }

  private RecordSegment last() {
    return segments.get(segments.size() - 1);
  }

  /** Index of the oldest record held; equals {@link #end()} when there is none. */
  long first() {
    return first;
  }

  /** Index the next record will have. */
  long end() {
    return end;
  }

  long arrival(long index) {
    return segments.get(segmentOf(index)).arrival(index);
  }

  /**
   * Up to so many records from an index on, or from the oldest held if that is later; fewer when
   * their partition keys and data would exceed the bytes. At least one, if there is one.
   */
  RecordPage page(long from, int maxRecords, int maxBytes) {
    long start = Math.max(first, from);
    if (start >= end || maxRecords == 0) {
      return RecordPage.empty(start);
    }
    return new PageBuilder(maxRecords, maxBytes).collect(start);
  }

  private final class PageBuilder {
    private final List<RecordSlice> slices = new ArrayList<>();
    private final int maxRecords;
    private long bytesLeft;
    private boolean full;

    PageBuilder(int maxRecords, int maxBytes) {
      this.maxRecords = maxRecords;
      this.bytesLeft = maxBytes;
    }

    RecordPage collect(long start) {
      long stop = Math.min(end, start + maxRecords);
      long next = start;
      for (int i = segmentOf(start); next < stop && !full; i++) {
        RecordSegment segment = segments.get(i);
        long to = take(segment, next, Math.min(stop, segment.endIndex()), start);
        if (to > next) {
          slices.add(segment.slice(next, to));
        }
        next = to;
      }
      return new RecordPage(slices, start, next);
    }

    private long take(RecordSegment segment, long from, long stop, long start) {
      long index = from;
      while (index < stop && (bytesLeft >= segment.size(index) || index == start)) {
        bytesLeft -= segment.size(index);
        index++;
      }
      full = index < stop;
      return index;
    }
  }

  /**
   * Index of the first record held, in order, that arrived then or later; {@link #end()} if none.
   */
  long firstArrivedAtOrAfter(long arrivalMillis) {
    int i = firstSegment(segment -> segment.latestArrivalSoFar() >= arrivalMillis);
    for (; i < segments.size(); i++) {
      RecordSegment segment = segments.get(i);
      // What was trimmed counts in "so far" but is not to be found.
      if (segment.latestArrival() >= arrivalMillis) {
        for (long at = Math.max(first, segment.firstIndex); at < segment.endIndex(); at++) {
          if (segment.arrival(at) >= arrivalMillis) {
            return at;
          }
        }
      }
    }
    return end;
  }

  /** Lets go of the oldest records as long as they arrived before. */
  void trimArrivedBefore(long arrivalMillis) {
    while (first < end && arrival(first) < arrivalMillis) {
      RecordSegment head = segments.get(0);
      while (first < head.endIndex() && head.arrival(first) < arrivalMillis) {
        first++;
      }
      dropBeforeFirst();
    }
  }

  /** Lets go of the records before the index. */
  void trimBefore(long index) {
    first = Math.max(first, Math.min(index, end));
    dropBeforeFirst();
  }

  private void dropBeforeFirst() {
    int gone = 0;
    while (gone < segments.size() && segments.get(gone).endIndex() <= first) {
      gone++;
    }
    segments.subList(0, gone).clear();
  }

  private int segmentOf(long index) {
    return firstSegment(segment -> segment.endIndex() > index);
  }

  /** The first segment for which the condition holds, given that it holds for all later ones. */
  private int firstSegment(Predicate<RecordSegment> condition) {
    int low = 0;
    int high = segments.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (condition.test(segments.get(middle))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
