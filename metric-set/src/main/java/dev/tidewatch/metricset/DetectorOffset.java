package dev.tidewatch.metricset;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * How long after the end of an interval a detector may read its folder (contract section 4.5). It
 * reads once, so what is published later is lost to it.
 *
 * <p>An interval closes when its lateness is over and the stream shows it, at the latest {@link
 * #IDLE_AFTER} after the last record. Its file is written by the batch that starts then: at most
 * one trigger later, behind one batch that may be under way, within the time a batch may take.
 */
public final class DetectorOffset {
  /** The longest a detector waits. */
  public static final Duration MAX = Duration.ofDays(5);

  /** After this long without records a shard no longer holds intervals open. */
  public static final Duration IDLE_AFTER = Duration.ofSeconds(30);

  /** How far the clocks of job and detector may disagree. */
  static final Duration MARGIN = Duration.ofSeconds(10);

  /** What is kept free of lateness for everything else. */
  private static final Duration RESERVE = Duration.ofMinutes(10);

  /** The longest lateness with which a detector can still wait for every file. */
  public static final Duration MAX_LATENESS = MAX.minus(RESERVE);

  private DetectorOffset() {}

  /**
   * The shortest offset with which no file comes too late, in whole seconds.
   *
   * @param lateness how long an interval stays open after its end
   * @param trigger how often the job looks for records
   * @param batchBudget how long one batch may take
   * @throws IllegalArgumentException when a detector does not wait that long
   */
  static Duration of(Duration lateness, Duration trigger, Duration batchBudget) {
    Duration exact =
        lateness.plus(IDLE_AFTER).plus(trigger).plus(batchBudget.multipliedBy(2)).plus(MARGIN);
    Duration offset = exact.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS);
    if (offset.compareTo(MAX) > 0) {
      throw new IllegalArgumentException(
          "lateness "
              + lateness
              + ", trigger "
              + trigger
              + " and batch budget "
              + batchBudget
              + " ask for an offset of "
              + offset.toSeconds()
              + " s, a detector waits at most "
              + MAX.toSeconds()
              + " s: shorten one of them");
    }
    return offset;
  }
}
