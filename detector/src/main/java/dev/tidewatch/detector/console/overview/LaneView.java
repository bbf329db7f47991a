package dev.tidewatch.detector.console.overview;

import dev.tidewatch.detector.console.view.Query;
import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.words.Headline;
import dev.tidewatch.detector.console.words.Severity;
import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.detector.overview.Buckets;
import dev.tidewatch.detector.overview.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A lane as it is drawn.
 *
 * @param url the page narrowed down to what the lane is of
 * @param cells those with a finding only
 */
public record LaneView(String label, String detector, String url, List<Cell> cells) {
  /**
   * A bucket in which something was found.
   *
   * @param column from 0
   * @param label what it says to who cannot see it
   * @param url the page narrowed down to lane and bucket
   */
  public record Cell(int column, Severity severity, String label, String url) {}

  static LaneView of(Lane lane, Buckets buckets, View view, Times times) {
    Query narrowed = narrowed(lane, view);
    List<Cell> cells = new ArrayList<>();
    for (int column = 0; column < buckets.count(); column++) {
      double severity = lane.severities().get(column);
      if (severity > 0) {
        cells.add(cell(column, new Severity(severity), buckets, narrowed, times, label(lane)));
      }
    }
    return new LaneView(label(lane), lane.detector(), narrowed.url("/"), cells);
  }

  private static Cell cell(
      int column, Severity severity, Buckets buckets, Query lane, Times times, String name) {
    Instant from = buckets.startOf(column);
    Instant to = from.plus(buckets.width());
    return new Cell(
        column,
        severity,
        "%s, %s: %s %d"
            .formatted(name, times.stretch(from, to), severity.word(), severity.number()),
        lane.with("from", from.toString()).with("to", to.toString()).url("/"));
  }

  private static Query narrowed(Lane lane, View view) {
    Query query = view.query().without("page");
    if (!lane.detector().isEmpty()) {
      query = query.with("detector", lane.detector());
    }
    if (!lane.measure().isEmpty()) {
      query = query.with("measure", lane.measure());
    }
    List<String> dimensions = new ArrayList<>(view.query().all("dim"));
    for (Map.Entry<String, String> each : lane.scope().values().entrySet()) {
      String text = each.getKey() + ":" + each.getValue();
      if (!dimensions.contains(text)) {
        dimensions.add(text);
      }
    }
    return query.with("dim", dimensions);
  }

  private static String label(Lane lane) {
    String measure = Headline.name(lane.measure());
    if (measure.isEmpty() && lane.scope().values().isEmpty()) {
      return "Overall";
    }
    if (lane.scope().values().isEmpty()) {
      return lane.series() >= 0 ? measure + " · all" : measure;
    }
    String scope = Headline.scope(lane.scope());
    return measure.isEmpty() ? scope : measure + " · " + scope;
  }
}
