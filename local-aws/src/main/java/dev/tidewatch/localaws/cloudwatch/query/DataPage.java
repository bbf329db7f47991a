package dev.tidewatch.localaws.cloudwatch.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.cloudwatch.math.MathValue;
import dev.tidewatch.localaws.cloudwatch.metric.MetricErrors;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/** One page of what GetMetricData answers: as many points of every line as there is room for. */
final class DataPage {
  private final ArrayNode results = JsonNodeFactory.instance.arrayNode();
  private final boolean descending;
  private final int from;
  private final int perLine;
  private boolean more;

  private DataPage(boolean descending, int from, int perLine) {
    this.descending = descending;
    this.from = from;
    this.perLine = perLine;
  }

  /** A line with the id of the query that asked for it. */
  record Asked(String id, MathValue.Line line) {}

  static ObjectNode of(List<Asked> lines, boolean descending, int most, String token) {
    if (!token.matches("[0-9]{0,9}")) {
      throw new dev.tidewatch.localaws.protocol.AwsException(
          400, "InvalidNextToken", "'" + token + "' is no token of this answer");
    }
    DataPage page =
        new DataPage(
            descending,
            token.isEmpty() ? 0 : Integer.parseInt(token),
            Math.max(1, most / Math.max(1, lines.size())));
    lines.forEach(page::add);
    return page.json();
  }

  /** The lines of a query's answer; a band is two, the lower first. */
  static List<Asked> lines(MetricQuery query, MathValue value) {
    String label = query.shownLabel();
    List<Asked> lines = new ArrayList<>();
    if (value instanceof MathValue.Line line) {
      lines.add(new Asked(query.id(), new MathValue.Line(label, line.series())));
    } else if (value instanceof MathValue.Lines many) {
      many.lines()
          .forEach(
              line ->
                  lines.add(
                      new Asked(
                          query.id(),
                          new MathValue.Line(label + " " + line.label(), line.series()))));
    } else if (value instanceof MathValue.Band band) {
      lines.add(new Asked(query.id(), new MathValue.Line(label + " lower", band.lower())));
      lines.add(new Asked(query.id(), new MathValue.Line(label + " upper", band.upper())));
    } else {
      throw MetricErrors.validation(
          "Error in expression '" + query.id() + "': it is to yield a time series, not a number");
    }
    return lines;
  }

  private void add(Asked asked) {
    NavigableMap<Instant, Double> values = asked.line().series().values();
    NavigableMap<Instant, Double> sorted = descending ? values.descendingMap() : values;
    int to = Math.min(sorted.size(), from + perLine);
    ObjectNode result =
        results.addObject().put("Id", asked.id()).put("Label", asked.line().label());
    ArrayNode times = result.putArray("Timestamps");
    ArrayNode numbers = result.putArray("Values");
    int place = 0;
    for (var point : sorted.entrySet()) {
      if (place >= from && place < to) {
        times.add(point.getKey().toString());
        numbers.add(point.getValue());
      }
      place++;
    }
    boolean complete = to >= sorted.size();
    result.put("StatusCode", complete ? "Complete" : "PartialData");
    more |= !complete;
  }

  private ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("MetricDataResults", results);
    json.putArray("Messages");
    return more ? json.put("NextToken", Integer.toString(from + perLine)) : json;
  }
}
