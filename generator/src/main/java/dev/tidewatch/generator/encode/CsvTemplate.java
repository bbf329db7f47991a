package dev.tidewatch.generator.encode;

import dev.tidewatch.generator.encode.Fields.Content;
import dev.tidewatch.metricset.RecordFormat;
import dev.tidewatch.metricset.csv.CsvDialect;

/** A record as a CSV line, without a line break; columns the metric set does not use stay empty. */
final class CsvTemplate {
  private CsvTemplate() {}

  static RecordTemplate of(RecordFormat.Csv format, Fields fields) {
    RecordTemplate.Builder line = new RecordTemplate.Builder();
    for (int i = 0; i < format.columns().size(); i++) {
      if (i > 0) {
        line.literal(format.dialect().delimiter());
      }
      Content content = fields.byField().get(format.columns().get(i));
      if (content != null) {
        append(line, format.dialect(), content);
      }
    }
    return line.build();
  }

  static String header(RecordFormat.Csv format) {
    StringBuilder line = new StringBuilder();
    for (String column : format.columns()) {
      line.append(line.isEmpty() ? "" : format.dialect().delimiter());
      line.append(quoted(column, format.dialect()));
    }
    return line.toString();
  }

  private static void append(RecordTemplate.Builder line, CsvDialect dialect, Content content) {
    if (content.isText()) {
      line.literal(quoted(content.text(), dialect));
    } else {
      line.gap(content.gap());
    }
  }

  private static String quoted(String text, CsvDialect dialect) {
    boolean plain =
        text.indexOf(dialect.delimiter()) < 0
            && text.indexOf('\n') < 0
            && text.indexOf('\r') < 0
            && dialect.quote().map(quote -> text.indexOf(quote) < 0).orElse(true);
    if (plain) {
      return text;
    }
    String quote =
        dialect
            .quote()
            .map(String::valueOf)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'"
                            + text
                            + "' needs quotes, but the metric set's CSV has no quote symbol"));
    return quote + text.replace(quote, quote + quote) + quote;
  }
}
