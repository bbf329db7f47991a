package dev.tidewatch.detector.schedule;

/** The steps of an interval's run between which a crash may fall. */
public enum RunStep {
  BEFORE_READ,
  AFTER_READ,
  AFTER_SCORE,
  AFTER_ENGINE_LOG,
  AFTER_POINTS,
  AFTER_GROUPS,
  AFTER_ALERTS,
  BEFORE_COMMIT,
  AFTER_COMMIT,
  BEFORE_SNAPSHOT,
  AFTER_SNAPSHOT,
  AFTER_FOLD,
  WHILE_LEARNING,
  AFTER_LEARNING
}
