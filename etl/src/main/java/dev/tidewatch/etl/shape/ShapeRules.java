package dev.tidewatch.etl.shape;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Duration;

/**
 * What makes a record usable, and how records become rows.
 *
 * @param addUp whether the records of one interval and dimension combination become one row; when
 *     not, every record is a row of its own
 * @param maxAhead how far a record's event time may be ahead of its arrival: more is a broken clock
 * @param maxAge how far it may be behind: more is no news
 * @param maxRecordBytes the longest record that is looked into
 * @param maxOpenRows how many rows one range of a shard may have; bounds the memory
 */
public record ShapeRules(
    boolean addUp, Duration maxAhead, Duration maxAge, int maxRecordBytes, int maxOpenRows)
    implements Serializable {
  /** A century: as far ahead or behind as a rule may reach. DEFAULT is checked against it. */
  public static final Duration LONGEST = Duration.ofDays(36_525);

  /** Rows are added up; two minutes ahead, 31 days of age, 10 MiB, a million rows. */
  public static final ShapeRules DEFAULT =
      new ShapeRules(true, Duration.ofMinutes(2), Duration.ofDays(31), 10 * 1024 * 1024, 1_000_000);

  public ShapeRules {
    check("maxAhead", maxAhead);
    check("maxAge", maxAge);
    if (maxRecordBytes < 1) {
      throw new IllegalArgumentException("maxRecordBytes is at least 1, not " + maxRecordBytes);
    }
    if (maxOpenRows < 1) {
      throw new IllegalArgumentException("maxOpenRows is at least 1, not " + maxOpenRows);
    }
  }

  private static void check(String name, Duration duration) {
    requireNonNull(duration, name);
    if (duration.isNegative() || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          name + " is between 0 and " + LONGEST.toDays() + " days, not " + duration);
    }
  }

  /** The same rules, but for whether rows are added up. */
  public ShapeRules withAddUp(boolean addUp) {
    return new ShapeRules(addUp, maxAhead, maxAge, maxRecordBytes, maxOpenRows);
  }

  public ShapeRules withMaxAhead(Duration maxAhead) {
    return new ShapeRules(addUp, maxAhead, maxAge, maxRecordBytes, maxOpenRows);
  }

  public ShapeRules withMaxAge(Duration maxAge) {
    return new ShapeRules(addUp, maxAhead, maxAge, maxRecordBytes, maxOpenRows);
  }

  public ShapeRules withMaxRecordBytes(int maxRecordBytes) {
    return new ShapeRules(addUp, maxAhead, maxAge, maxRecordBytes, maxOpenRows);
  }

  public ShapeRules withMaxOpenRows(int maxOpenRows) {
    return new ShapeRules(addUp, maxAhead, maxAge, maxRecordBytes, maxOpenRows);
  }
}
