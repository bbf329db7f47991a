package dev.tidewatch.detector.schedule;

/**
 * Counts per detector what CloudWatch called ExecutionsStarted, ExecutionsSucceeded and
 * ExecutionsFailed (contract section 8). Safe for use by many threads.
 */
public interface RunCounter {
  /** Counts nothing. */
  RunCounter NONE =
      new RunCounter() {
        @Override
        public void started(String detector) {}

        @Override
        public void succeeded(String detector) {}

        @Override
        public void failed(String detector) {}
      };

  /**
   * An interval is read.
   *
   * @param detector its name
   */
  void started(String detector);

  /** Its rows were scored and everything is kept. */
  void succeeded(String detector);

  /** It brought no usable data, and that is kept. */
  void failed(String detector);
}
