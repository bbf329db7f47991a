package dev.tidewatch.detector.intake;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.csv.CsvDialect;
import java.nio.charset.Charset;
import java.util.List;

/** How files hold records (contract section 5.3). */
public sealed interface FileFormat {
  Charset charset();

  /** Whether files are compressed with gzip. */
  boolean gzip();

  /**
   * One line a record, quoted fields may hold line breaks.
   *
   * @param columns the columns' names when files have no header, else empty
   */
  record Csv(CsvDialect dialect, List<String> columns, Charset charset, boolean gzip)
      implements FileFormat {
    public Csv {
      requireNonNull(dialect, "dialect");
      requireNonNull(charset, "charset");
      columns = List.copyOf(columns);
      if (!dialect.header() && columns.isEmpty()) {
        throw new IllegalArgumentException("files without a header need a list of columns");
      }
    }
  }

  /** One flat JSON object a line. */
  record JsonLines(Charset charset, boolean gzip) implements FileFormat {
    public JsonLines {
      requireNonNull(charset, "charset");
    }
  }
}
