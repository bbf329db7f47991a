package dev.tidewatch.detector.anomaly;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.tidewatch.detector.store.StoreException;
import java.io.IOException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The severities of a group's series in one piece: who looks at thousands of groups reads a row of
 * each, not one of each series.
 */
public final class GroupWidth {
  private static final JsonFactory JSON = new JsonFactory();

  private GroupWidth() {}

  /** Is told a series' number and its severity. */
  @FunctionalInterface
  public interface Visitor {
    void series(long number, double severity);
  }

  /** Tells of each series in what the column {@code severities} holds. */
  public static void visit(String severities, Visitor visitor) {
    try (JsonParser parser = JSON.createParser(severities)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        parser.nextToken();
        long number = parser.getLongValue();
        parser.nextToken();
        visitor.series(number, parser.getDoubleValue());
        parser.nextToken();
      }
    } catch (IOException e) {
      throw new StoreException(
          "the database holds '" + severities + "', which this version did not write", e);
    }
  }

  static void write(Handle handle, String group, List<FoundSeries> series) {
    StringBuilder severities = new StringBuilder("[");
    for (FoundSeries each : series) {
      severities.append(severities.length() == 1 ? "[" : ",[");
      severities.append(each.number()).append(',').append(each.severity()).append(']');
    }
    handle.execute(
        "INSERT INTO anomaly_width VALUES (?, ?, ?) ON CONFLICT (anomaly_group) DO UPDATE SET"
            + " series = excluded.series, severities = excluded.severities",
        group,
        series.size(),
        severities.append(']').toString());
  }
}
