package dev.tidewatch.metricset;

import dev.tidewatch.metricset.csv.CsvDialect;
import java.util.List;

/** How one record is written in the stream. */
public sealed interface RecordFormat {
  /** As the metric set file calls it: {@code JSON} or {@code CSV}. */
  String name();

  /** One JSON object a line; fields may be nested. */
  record Json() implements RecordFormat {
    @Override
    public String name() {
      return "JSON";
    }
  }

  /**
   * One CSV line a record.
   *
   * @param columns the names of the columns, in their order in the record
   */
  record Csv(CsvDialect dialect, List<String> columns) implements RecordFormat {
    public Csv {
      columns = List.copyOf(columns);
      if (columns.isEmpty()) {
        throw new IllegalArgumentException("CSV records need their columns named");
      }
    }

    @Override
    public String name() {
      return "CSV";
    }
  }
}
