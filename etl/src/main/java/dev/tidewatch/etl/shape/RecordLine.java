package dev.tidewatch.etl.shape;

import java.time.Instant;
import java.util.Arrays;

/**
 * The line of a record that is being read, and which record of the stream it is. Set anew for each
 * line, so that good ones allocate nothing; to be used by one thread.
 */
final class RecordLine {
  private String sequenceNumber = "";
  private long subSequence;
  private long arrivalMillis;
  private byte[] data = {};
  private int start;
  private int end;
  private boolean alone;

  /** Goes to a record; its lines are to follow. */
  void startRecord(String sequenceNumber, long subSequence, long arrivalMillis, byte[] data) {
    this.sequenceNumber = sequenceNumber;
    this.subSequence = subSequence;
    this.arrivalMillis = arrivalMillis;
    this.data = data;
  }

  /**
   * Goes to a line of the record.
   *
   * @param end the index of its line feed, or of the end of the data
   * @param alone whether the record has no other line
   */
  void startLine(int start, int end, boolean alone) {
    this.start = start;
    this.end = end > start && data[end - 1] == '\r' ? end - 1 : end;
    this.alone = alone;
  }

  /** Makes the next line a record of its own, told apart by a step of the sub-sequence number. */
  void step(long by) {
    subSequence += by;
  }

  String sequenceNumber() {
    return sequenceNumber;
  }

  long subSequence() {
    return subSequence;
  }

  /** When the stream took the record, in epoch milliseconds. */
  long arrivalMillis() {
    return arrivalMillis;
  }

  byte[] data() {
    return data;
  }

  /** Where the line's text starts in the data. */
  int start() {
    return start;
  }

  /** Where it ends, without its line break. */
  int end() {
    return end;
  }

  int length() {
    return end - start;
  }

  boolean isBlank() {
    int at = start;
    while (at < end && (DecimalText.isBlank(data[at]) || data[at] == '\r')) {
      at++;
    }
    return at == end;
  }

  /** The record as it came when this is its only line, else with this line alone as its data. */
  StreamRecord toStreamRecord() {
    return new StreamRecord(
        sequenceNumber,
        subSequence,
        Instant.ofEpochMilli(arrivalMillis),
        alone ? data : Arrays.copyOfRange(data, start, end));
  }
}
