package dev.tidewatch.detector.schedule;

/** A detector has more series than the server can hold. The message is for users. */
final class TooManySeries extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final long GIGABYTE = 1L << 30;

  private TooManySeries(String message) {
    super(message);
  }

  /**
   * Of a detector that is too large for the memory that is left.
   *
   * @param bytes needed for all detectors together
   * @param room what there is for them, a part of the heap
   */
  static TooManySeries ofMemory(long series, long bytes, long room) {
    double heapForRoom = (double) Runtime.getRuntime().maxMemory() / room;
    long gigabytes = Math.max(1, (long) Math.ceil(bytes * heapForRoom / GIGABYTE));
    return new TooManySeries(
        ("The detector has %d series at least (of each measure: dimension combinations and their"
                + " totals), more than the server has memory for: give it a heap of %d GB or more"
                + " (DETECTOR_JAVA_OPTS=-Xmx%dg), or leave out the dimension with the most values")
            .formatted(series, gigabytes, gigabytes));
  }

  /** Of a detector that is too large for any memory. */
  static TooManySeries ofOneDetector(long series, long most) {
    return new TooManySeries(
        ("The detector has %d series at least (of each measure: dimension combinations and their"
                + " totals), more than the %d of one detector: leave out the dimension with the"
                + " most values, or share the measures out among several detectors")
            .formatted(series, most));
  }

  /** What is wrong, as a sentence without its full stop. */
  String reason() {
    return String.valueOf(getMessage());
  }
}
