package dev.tidewatch.generator.command;

import java.time.Instant;

/** Shows how far a run has come. */
interface Progress extends AutoCloseable {
  /** Shows nothing. */
  Progress NONE =
      new Progress() {
        @Override
        public void sent(long records, Instant reached) {}

        @Override
        public void close() {}
      };

  /** So many records are sent, up to this time. Called often. */
  void sent(long records, Instant reached);

  @Override
  void close();
}
