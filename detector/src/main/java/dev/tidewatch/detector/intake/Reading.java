package dev.tidewatch.detector.intake;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.scoring.cube.IntervalRows;
import java.util.Optional;

/** What reading one interval gave (contract sections 4.5 and 5.3). */
public sealed interface Reading {
  /** The longest reason the API can tell (contract appendix A.1). */
  int MAX_REASON = 256;

  /** What the records said about themselves; empty when none were read. */
  default Optional<Quality> quality() {
    return Optional.empty();
  }

  /** Why there are no rows; empty when there are, or when there rightly are none. */
  default Optional<String> reason() {
    return Optional.empty();
  }

  /**
   * The interval's rows, one for each combination of dimension values, in the order of these
   * values: the same records give the same rows, in whatever order or files they lie.
   */
  record Rows(IntervalRows rows, Quality ofRows) implements Reading {
    public Rows {
      requireNonNull(rows, "rows");
      requireNonNull(ofRows, "ofRows");
    }

    @Override
    public Optional<Quality> quality() {
      return Optional.of(ofRows);
    }
  }

  /** There is nothing for this interval: no folder, no object, no datapoint. */
  record NoData(String text) implements Reading {
    public NoData {
      text = shortened(text);
    }

    @Override
    public Optional<String> reason() {
      return Optional.of(text);
    }
  }

  /** The job that writes the data says that nothing happened in this interval. */
  record EmptyByRight() implements Reading {}

  /** The data cannot be used, and reading again would not help. */
  record Failed(String text, Quality ofRows, Cause cause) implements Reading {
    /** What is to be mended. */
    public enum Cause {
      /** The source refuses to list or to hand out what is there. */
      REFUSAL,
      /** The header of a file is not what the data set says. */
      HEADER,
      /** A file is not of the format, or too large. */
      FILE,
      /** None of the records can be used. */
      RECORDS
    }

    public Failed {
      text = shortened(text);
      requireNonNull(ofRows, "ofRows");
      requireNonNull(cause, "cause");
    }

    public Failed(String text, Quality ofRows) {
      this(text, ofRows, Cause.RECORDS);
    }

    /** A failure before any record was read. */
    public static Failed unread(String text) {
      return new Failed(text, Quality.NONE, Cause.REFUSAL);
    }

    @Override
    public Optional<Quality> quality() {
      return ofRows.rowsProcessed() == 0 ? Optional.empty() : Optional.of(ofRows);
    }

    @Override
    public Optional<String> reason() {
      return Optional.of(text);
    }
  }

  private static String shortened(String reason) {
    return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON - 1) + "…";
  }
}
