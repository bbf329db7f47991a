package dev.tidewatch.evaluation.determinism;

/** An input that can be fed to a new engine in several ways, each time from its beginning. */
interface Subject {
  String name();

  /** One interval after the other. */
  Outcome oneByOne();

  /** The same with a restart after each interval: state to bytes, bytes to a new engine. */
  Outcome withRestarts();

  /** As history is taken in: many values together, on several threads where there are any. */
  Outcome inBatch();
}
