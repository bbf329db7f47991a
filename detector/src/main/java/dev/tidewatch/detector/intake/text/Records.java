package dev.tidewatch.detector.intake.text;

import dev.tidewatch.detector.intake.RowFault;
import java.io.IOException;
import java.util.Optional;

/** The records of one file, one after the other. For one thread. */
public interface Records {
  /**
   * Goes on to the next record.
   *
   * @return whether there is one
   * @throws UnusableFile when the rest of the file makes no sense
   */
  boolean next() throws IOException;

  /** Why the columns of this record cannot be told apart; empty when they can. */
  Optional<RowFault> fault();

  /** The text of a column, by its place among the wanted ones; empty when the record has none. */
  Field column(int wanted);
}
