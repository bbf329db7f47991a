package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.HistoryRange;
import org.jdbi.v3.core.Handle;

/** Knows what a detector reads, and how many metrics it may have. */
public interface Datasets {
  /**
   * The detector's dataset.
   *
   * @throws IllegalStateException when it has none, or one that cannot be read any more; the
   *     message is for the user
   */
  Dataset of(Handle handle, Detector detector);

  /** Which part of its history a backtest uses. */
  default HistoryRange range(Handle handle, Detector detector) {
    return HistoryRange.ALL;
  }

  /** Whether a forest watches, too. */
  default boolean forest() {
    return false;
  }

  /** Measures × dimension combinations at most. */
  int mostMetrics(Detector detector);
}
