package dev.tidewatch.setup.sample;

import dev.tidewatch.metricset.ColumnName;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What each column of a sample most likely is.
 *
 * @param times the column that dates a row
 * @param measures at least one
 * @param dimensions maybe none
 * @param others why the other columns are neither, by their names
 */
record Roles(
    Times times, List<Column> measures, List<Column> dimensions, Map<String, String> others) {
  private static final int MOST_MEASURES = 10;
  private static final int MOST_DIMENSIONS = 5;
  private static final int MOST_VALUES = 50;
  private static final int LONGEST_VALUE = 40;
  private static final Pattern KEY =
      Pattern.compile("(?i)(.*[_.-])?(id|uuid|code|status|zip|port|year|key)|.*[a-z](Id|Code)");
  private static final Pattern AVERAGED =
      Pattern.compile(
          "(?i).*(rate|ratio|avg|average|mean|latency|duration|percent|pct|temp|price|_ms).*");

  Roles {
    measures = List.copyOf(measures);
    dimensions = List.copyOf(dimensions);
  }

  /**
   * Guesses.
   *
   * @param renames whether columns can be called otherwise than in the sample
   * @throws IllegalStateException when no column has times, or none has numbers to measure
   */
  static Roles of(Sample sample, boolean renames) {
    Times times =
        Times.find(sample.columns())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "no column of the sample holds times in every row: "
                            + names(sample.columns())
                            + "; times are such as 2026-11-28 10:05:00, 2026-11-28T10:05:00Z,"
                            + " 11/28/2026 10:05 AM or 1795860300"));
    List<Column> measures = new ArrayList<>();
    List<Column> dimensions = new ArrayList<>();
    Map<String, String> others = new LinkedHashMap<>();
    for (Column column : sample.columns()) {
      if (column.equals(times.column())) {
        continue;
      }
      if (!renames && ColumnName.parse(column.name()).isEmpty()) {
        others.put(column.name(), "its name is none a detector can use");
      } else if (column.isNumeric() && !KEY.matcher(column.name()).matches()) {
        measures.add(column);
      } else {
        sort(column, dimensions, others);
      }
    }
    limit(measures, MOST_MEASURES, "more than " + MOST_MEASURES + " measures", others);
    if (measures.isEmpty()) {
      throw new IllegalStateException(
          "no column of the sample holds numbers to measure: " + names(sample.columns()));
    }
    dimensions.sort(Comparator.comparingInt(column -> column.distinct().size()));
    limit(dimensions, MOST_DIMENSIONS, "more than " + MOST_DIMENSIONS + " dimensions", others);
    return new Roles(times, measures, dimensions, others);
  }

  private static void sort(Column column, List<Column> dimensions, Map<String, String> others) {
    int values = column.distinct().size();
    if (values == 0) {
      others.put(column.name(), "nothing is in it");
    } else if (values > MOST_VALUES || (values > 3 && values * 2 > column.values().size())) {
      others.put(
          column.name(), values + " different values in " + column.values().size() + " rows");
    } else if (column.longest() > LONGEST_VALUE) {
      others.put(column.name(), "values of more than " + LONGEST_VALUE + " characters");
    } else {
      dimensions.add(column);
    }
  }

  private static void limit(
      List<Column> columns, int most, String why, Map<String, String> others) {
    while (columns.size() > most) {
      others.put(columns.remove(columns.size() - 1).name(), why);
    }
  }

  private static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  /** Whether a measure is a level rather than an amount. */
  static boolean isAveraged(Column measure) {
    return AVERAGED.matcher(measure.name().toLowerCase(Locale.ROOT)).matches();
  }

  /** How many series there are at most, by the values seen. */
  long series() {
    return dimensions.stream()
        .mapToLong(column -> column.distinct().size())
        .reduce(measures.size(), (left, right) -> left * right);
  }

  boolean fits(IntervalLength interval) {
    return series() <= interval.maxTimeSeries();
  }
}
