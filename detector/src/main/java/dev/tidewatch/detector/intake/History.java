package dev.tidewatch.detector.intake;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.scoring.cube.IntervalRows;
import java.time.Instant;
import java.util.Optional;

/**
 * The past of a data set: what a detector learns from, and what a backtest scores (contract
 * sections 4.3 and 4.4).
 */
public interface History {
  /**
   * Reads the newest intervals that ended by then and lie in the window the contract sets.
   *
   * @param now the end of the window
   * @throws SourceUnavailable when the source cannot be asked now, but may be later
   * @throws TooManyRows when the server has not enough memory for it
   */
  Past read(Instant now, Progress progress);

  /** Is told how far reading has come, by one thread at a time. */
  @FunctionalInterface
  interface Progress {
    /** Tells nobody. */
    Progress SILENT = (files, rows, intervals) -> {};

    /**
     * @param files how many files were read to their end
     * @param rows how many records
     * @param intervals how many intervals have been found
     */
    void at(long files, long rows, int intervals);
  }

  /**
   * The past. It is closed when it is no longer needed, because it takes much memory.
   *
   * @param intervals those with rows, oldest first
   * @param quality of all records read
   * @param reason why there are none, or why some could not be read; at most 256 characters
   */
  record Past(Intervals intervals, Quality quality, Optional<String> reason)
      implements AutoCloseable {
    public Past {
      requireNonNull(intervals, "intervals");
      requireNonNull(quality, "quality");
      requireNonNull(reason, "reason");
    }

    /** The part of it that begins at a time or later. */
    public Past since(Instant from) {
      return new Past(LaterIntervals.of(intervals, from), quality, reason);
    }

    @Override
    public void close() {
      intervals.close();
    }
  }

  /**
   * Intervals with rows, oldest first. Rows are made when they are asked for, so that only as many
   * are in memory as one holds on to.
   */
  interface Intervals extends Iterable<IntervalRows>, AutoCloseable {
    int size();

    /** The interval at a position. */
    Interval interval(int position);

    /** Its rows. */
    IntervalRows rows(int position);

    /** Lets go of them. */
    @Override
    default void close() {}
  }
}
