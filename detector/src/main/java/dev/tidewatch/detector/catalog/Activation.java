package dev.tidewatch.detector.catalog;

/**
 * What sets a detector to work. A call comes after the transaction that put the detector into the
 * state it begins with, and returns at once; after a crash in between, whoever implements this
 * finds the detector by that state.
 */
public interface Activation {
  /** The detector is {@code ACTIVATING}. */
  void activate(long detectorId);

  /** The detector is {@code BACK_TEST_ACTIVATING}. */
  void backTest(long detectorId);

  /** The detector is {@code DEACTIVATING}. */
  void deactivate(long detectorId);

  /** The detector is {@code DELETING}. */
  void delete(long detectorId);
}
