package dev.tidewatch.detector.console.overview;

import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.words.Headline;
import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.detector.events.NotedEvent;
import dev.tidewatch.detector.overview.Buckets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Events that began in some columns of the lanes, or before the first one.
 *
 * @param column the first of them, from 0
 * @param label what it says to who cannot see it
 * @param url the list of them
 */
public record EventMark(int column, String label, String url) {
  /** How many columns share a mark: one column is too small to be hit with a finger. */
  private static final int COLUMNS = 3;

  private static final int MOST_NAMED = 5;

  static List<EventMark> of(List<NotedEvent> events, Buckets buckets, View view, Times times) {
    int last = Math.max(0, buckets.count() / COLUMNS - 1);
    Map<Integer, List<NotedEvent>> places =
        events.stream()
            .collect(
                Collectors.groupingBy(
                    event ->
                        Math.min(last, buckets.nearest(event.start().getEpochSecond()) / COLUMNS),
                    TreeMap::new,
                    Collectors.toList()));
    return places.entrySet().stream()
        .map(
            each ->
                of(
                    each.getKey() * COLUMNS,
                    each.getKey() == last ? buckets.count() : (each.getKey() + 1) * COLUMNS,
                    each.getValue(),
                    buckets,
                    view,
                    times))
        .toList();
  }

  private static EventMark of(
      int column, int end, List<NotedEvent> events, Buckets buckets, View view, Times times) {
    Instant from = buckets.startOf(column);
    Instant to = buckets.startOf(end);
    String named =
        events.stream()
            .limit(MOST_NAMED)
            .map(event -> event.kind().label() + " " + Headline.name(event.title()))
            .collect(Collectors.joining(", "));
    String more =
        events.size() > MOST_NAMED ? " and " + (events.size() - MOST_NAMED) + " more" : "";
    return new EventMark(
        column,
        times.stretch(from, to) + ": " + named + more,
        view.query()
            .only("tz", "detector")
            .with("from", from.toString())
            .with("to", to.toString())
            .url("/events"));
  }
}
