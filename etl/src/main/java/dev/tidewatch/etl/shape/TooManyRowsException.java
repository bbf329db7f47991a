package dev.tidewatch.etl.shape;

import dev.tidewatch.metricset.Dimension;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A range of a shard has more rows than memory is meant to hold; the message says what to do. */
public final class TooManyRowsException extends RuntimeException {
  private static final int SAMPLE = 1_000;

  private TooManyRowsException(String message) {
    super(message);
  }

  static TooManyRowsException of(
      Rows rows, int maxRows, String shardId, List<Dimension> dimensions) {
    return new TooManyRowsException(
        "the records of one batch in "
            + shardId
            + " make more than "
            + maxRows
            + " rows. "
            + likelyCause(rows.newest(SAMPLE), dimensions)
            + " Or read less at once: begin with a new checkpoint, --adopt and a shorter --max-span"
            + " (a batch once begun keeps its records).");
  }

  /** The dimension that had most values lately, since that is what makes rows many. */
  private static String likelyCause(List<List<String>> newest, List<Dimension> dimensions) {
    return IntStream.range(0, dimensions.size())
        .boxed()
        .max(Comparator.comparing(dimension -> valuesOf(dimension, newest)))
        .map(
            most ->
                "The dimension '"
                    + dimensions.get(most).name()
                    + "' had "
                    + valuesOf(most, newest)
                    + " values in the last "
                    + newest.size()
                    + " rows: leave it out of the metric set if it names single things.")
        .orElse("Have the records of an interval added up.");
  }

  private static long valuesOf(int dimension, List<List<String>> rows) {
    return rows.stream().map(values -> values.get(dimension)).distinct().count();
  }
}
