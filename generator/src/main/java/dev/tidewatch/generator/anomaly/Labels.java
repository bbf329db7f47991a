package dev.tidewatch.generator.anomaly;

import dev.tidewatch.generator.series.SeriesCatalog;
import dev.tidewatch.generator.series.TimeSeries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The truth, to judge a detector by: a CSV file {@code series,measure,start,end,kind} with a row
 * for each series and measure an anomaly touches; {@code start} belongs to it, {@code end} no
 * longer, both ISO-8601 in UTC. Rows are in order of start.
 *
 * @param anomalies how many anomalies there are
 * @param rows how many series and measures they touch together
 */
public record Labels(int anomalies, int rows) {
  private static final String HEADER = "series,measure,start,end,kind\n";

  /**
   * Writes the file, replacing what was there.
   *
   * @throws UncheckedIOException when it cannot be written
   */
  public static Labels write(Path file, SeriesCatalog catalog, List<Anomaly> anomalies) {
    StringBuilder text = new StringBuilder(HEADER);
    int rows = 0;
    for (Anomaly anomaly : anomalies) {
      for (TimeSeries series : catalog.series()) {
        rows += append(text, catalog, series, anomaly);
      }
    }
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write labels to " + file, e);
    }
    return new Labels(anomalies.size(), rows);
  }

  private static int append(
      StringBuilder text, SeriesCatalog catalog, TimeSeries series, Anomaly anomaly) {
    int rows = 0;
    for (int measure = 0; measure < catalog.measures().size(); measure++) {
      if (anomaly.scope().covers(series.index(), measure)) {
        text.append(quoted(series.name())).append(',');
        text.append(catalog.measures().get(measure)).append(',');
        text.append(anomaly.start()).append(',').append(anomaly.end()).append(',');
        text.append(anomaly.kind().label()).append('\n');
        rows++;
      }
    }
    return rows;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
