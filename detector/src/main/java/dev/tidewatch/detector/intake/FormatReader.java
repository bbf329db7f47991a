package dev.tidewatch.detector.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidewatch.detector.intake.DatasetCheck.Problem;
import dev.tidewatch.metricset.csv.CsvDialect;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.CSVFileCompression;
import software.amazon.awssdk.services.lookoutmetrics.model.CsvFormatDescriptor;
import software.amazon.awssdk.services.lookoutmetrics.model.FileFormatDescriptor;
import software.amazon.awssdk.services.lookoutmetrics.model.JsonFileCompression;
import software.amazon.awssdk.services.lookoutmetrics.model.JsonFormatDescriptor;

/**
 * Turns a {@code FileFormatDescriptor} into a {@link FileFormat}, telling what is wrong with it.
 * What is not said is UTF-8, uncompressed, comma, double quote, no header.
 */
public final class FormatReader {
  private final String field;
  private final Consumer<Problem> problems;
  private boolean wrong;

  /**
   * @param field the descriptor's path in the request
   * @param problems is told what is wrong
   */
  public FormatReader(String field, Consumer<Problem> problems) {
    this.field = field;
    this.problems = problems;
  }

  /** The format; null when problems were told. */
  public @Nullable FileFormat read(@Nullable FileFormatDescriptor descriptor) {
    CsvFormatDescriptor csv = descriptor == null ? null : descriptor.csvFormatDescriptor();
    JsonFormatDescriptor json = descriptor == null ? null : descriptor.jsonFormatDescriptor();
    if (csv != null && json == null) {
      return csv(csv);
    }
    if (json != null && csv == null) {
      return jsonLines(json);
    }
    problem(
        "", "say how files are written: CsvFormatDescriptor or JsonFormatDescriptor, one of them");
    return null;
  }

  private @Nullable FileFormat jsonLines(JsonFormatDescriptor json) {
    if (json.fileCompression() == JsonFileCompression.UNKNOWN_TO_SDK_VERSION) {
      problem(".JsonFormatDescriptor.FileCompression", "files are compressed with NONE or GZIP");
    }
    Charset charset = charset(json.charset(), ".JsonFormatDescriptor.Charset");
    return wrong
        ? null
        : new FileFormat.JsonLines(charset, json.fileCompression() == JsonFileCompression.GZIP);
  }

  private @Nullable FileFormat csv(CsvFormatDescriptor csv) {
    if (csv.fileCompression() == CSVFileCompression.UNKNOWN_TO_SDK_VERSION) {
      problem(".CsvFormatDescriptor.FileCompression", "files are compressed with NONE or GZIP");
    }
    boolean header = Boolean.TRUE.equals(csv.containsHeader());
    CsvDialect dialect = dialect(csv, header);
    Charset charset = charset(csv.charset(), ".CsvFormatDescriptor.Charset");
    List<String> columns = header ? List.of() : columns(csv.headerList());
    return wrong
        ? null
        : new FileFormat.Csv(
            dialect, columns, charset, csv.fileCompression() == CSVFileCompression.GZIP);
  }

  private CsvDialect dialect(CsvFormatDescriptor csv, boolean header) {
    char delimiter = character(csv.delimiter(), ',', ".CsvFormatDescriptor.Delimiter");
    boolean unquoted = csv.quoteSymbol() != null && csv.quoteSymbol().isEmpty();
    Optional<Character> quote =
        unquoted
            ? Optional.empty()
            : Optional.of(character(csv.quoteSymbol(), '"', ".CsvFormatDescriptor.QuoteSymbol"));
    if (csv.quoteSymbol() == null && delimiter == '"') {
      quote = Optional.empty();
    }
    try {
      return new CsvDialect(delimiter, quote, header);
    } catch (IllegalArgumentException e) {
      problem(".CsvFormatDescriptor.Delimiter", String.valueOf(e.getMessage()));
      return CsvDialect.RFC_4180;
    }
  }

  private char character(@Nullable String text, char otherwise, String member) {
    if (text == null) {
      return otherwise;
    }
    if (text.length() != 1) {
      problem(member, "one character is needed, not '" + text + "'");
      return otherwise;
    }
    return text.charAt(0);
  }

  private List<String> columns(List<String> columns) {
    String member = ".CsvFormatDescriptor.HeaderList";
    if (columns.isEmpty()) {
      problem(member, "files without a header (ContainsHeader false) need the columns' names");
    }
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        problem(member, "column '" + column + "' is named twice");
      }
    }
    return columns;
  }

  private Charset charset(@Nullable String name, String member) {
    if (name == null) {
      return UTF_8;
    }
    try {
      Charset charset = Charset.forName(name);
      charset.newDecoder(); // some only encode
      return charset;
    } catch (IllegalCharsetNameException
        | UnsupportedCharsetException
        | UnsupportedOperationException unknown) {
      problem(member, "'" + name + "' is no known charset: use one such as UTF-8 or ISO-8859-1");
      return UTF_8;
    }
  }

  private void problem(String member, String message) {
    wrong = true;
    problems.accept(new Problem(field + member, message));
  }
}
