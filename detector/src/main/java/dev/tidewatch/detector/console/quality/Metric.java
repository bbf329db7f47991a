package dev.tidewatch.detector.console.quality;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.alerting.message.Numbers;
import dev.tidewatch.detector.console.words.Headline;
import dev.tidewatch.detector.operation.QualityWords;
import java.util.Comparator;
import java.util.List;

/**
 * A metric of the API's data quality (contract section 6.4).
 *
 * @param column it is about; empty: none
 */
public record Metric(String type, String column) {
  /** What is asked first comes first. */
  private static final List<String> ORDER =
      List.of(
          "ROWS_PROCESSED",
          "INVALID_ROWS_COMPLIANCE",
          "ROWS_PARTIAL_COMPLIANCE",
          "TIME_SERIES_COUNT",
          "COLUMN_COMPLETENESS",
          "DIMENSION_UNIQUENESS");

  static final Comparator<Metric> USUAL =
      Comparator.comparingInt(Metric::rank)
          .thenComparing(Metric::type)
          .thenComparing(Metric::column);

  public Metric {
    requireNonNull(type, "type");
    requireNonNull(column, "column");
  }

  private int rank() {
    int rank = ORDER.indexOf(type);
    return rank < 0 ? ORDER.size() : rank;
  }

  /** What it measures. */
  public String words() {
    return QualityWords.describe(type, Headline.name(column));
  }

  boolean isShare() {
    return type.equals("COLUMN_COMPLETENESS");
  }

  /** Whether the sum over intervals means something. */
  boolean isSummable() {
    return type.equals("ROWS_PROCESSED")
        || type.equals("INVALID_ROWS_COMPLIANCE")
        || type.equals("ROWS_PARTIAL_COMPLIANCE");
  }

  /** A value as people read it: shares in percent. */
  String value(double value) {
    if (!isShare()) {
      return Numbers.value(value);
    }
    // 100 % are all of them: 99.996 % are not.
    double percent = value < 1 ? Math.min(99.9, 100 * value) : 100;
    return Numbers.value(Math.floor(percent * 10) / 10) + " %";
  }
}
