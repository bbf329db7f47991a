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
 * Events that began in a column of the lanes, or before the first one.
 *
 * @param column from 0
 * @param label what it says to who cannot see it
 * @param url the list of them
 */
public record EventMark(int column, String label, String url) {
  private static final int MOST_NAMED = 5;

  static List<EventMark> of(List<NotedEvent> events, Buckets buckets, View view, Times times) {
    Map<Integer, List<NotedEvent>> columns =
        events.stream()
            .collect(
                Collectors.groupingBy(
                    event -> buckets.nearest(event.start().getEpochSecond()),
                    TreeMap::new,
                    Collectors.toList()));
    return columns.entrySet().stream()
        .map(each -> of(each.getKey(), each.getValue(), buckets, view, times))
        .toList();
  }

  private static EventMark of(
      int column, List<NotedEvent> events, Buckets buckets, View view, Times times) {
    Instant from = buckets.startOf(column);
    Instant to = from.plus(buckets.width());
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
