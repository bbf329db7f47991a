package dev.tidewatch.localaws.kinesis.stream;

import java.util.Iterator;

/**
 * Goes through records one by one without copying them. Call {@link #advance()} before the first.
 */
public final class RecordCursor {
  private final SequenceNumbers numbers;
  private final Iterator<RecordSlice> slices;
  private RecordSlice slice;
  private long index = -1;

  RecordCursor(RecordPage page, SequenceNumbers numbers) {
    this.numbers = numbers;
    this.slices = page.slices().iterator();
    this.slice = RecordSlice.NONE;
  }

  /** Goes to the next record; false when there is none. */
  public boolean advance() {
    index++;
    if (index >= slice.to() && !slices.hasNext()) {
      return false;
    }
    if (index >= slice.to()) {
      slice = slices.next();
      index = slice.from();
    }
    return true;
  }

  /** The record's sequence number in ASCII digits. */
  public byte[] sequenceNumber() {
    return numbers.digits(index);
  }

  /** Epoch milliseconds: written for every record read. */
  public long arrivalMillis() {
    return slice.arrival(index);
  }

  /** Holds partition key and data; not to be changed. */
  public byte[] bytes() {
    return slice.bytes();
  }

  public int partitionKeyStart() {
    return slice.start(index);
  }

  /** Partition keys are in UTF-8. */
  public int partitionKeyLength() {
    return slice.dataStart(index) - slice.start(index);
  }

  public int dataStart() {
    return slice.dataStart(index);
  }

  public int dataLength() {
    return slice.dataEnd(index) - slice.dataStart(index);
  }
}
