package dev.tidewatch.detector.console.anomaly;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.console.anomaly.AnomalyPage.NearEvent;
import dev.tidewatch.detector.console.words.Headline;
import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.detector.events.EventBook;
import dev.tidewatch.detector.events.NotedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What people noted of the day before an anomaly and of the time it lasted. */
record EventsAround(Handle handle, FoundGroup group, Duration interval) {
  private static final Duration BEFORE = Duration.ofHours(24);
  private static final int MOST_READ = 200;
  private static final int MOST = 20;

  /** Those next to its beginning first. */
  List<NearEvent> nearestFirst() {
    Instant begun = group.start();
    return EventBook.felt(
            handle,
            group.detector(),
            group.scope(),
            begun.minus(BEFORE),
            group.end().plus(interval),
            MOST_READ)
        .stream()
        .sorted(
            Comparator.comparing((NotedEvent event) -> event.distance(begun))
                .thenComparing(event -> Duration.between(event.start(), begun).abs()))
        .limit(MOST)
        .map(this::near)
        .toList();
  }

  private NearEvent near(NotedEvent event) {
    return new NearEvent(
        event.start(), event.end(), event.kind(), Headline.name(event.title()), nearness(event));
  }

  private String nearness(NotedEvent event) {
    Duration before = Duration.between(event.start(), group.start());
    if (before.isZero()) {
      return "as it began";
    }
    if (before.isNegative()) {
      return Times.length(before.negated()) + " after it began";
    }
    if (event.what().time().isMoment()) {
      return Times.length(before) + " before";
    }
    return event.end().isAfter(group.start())
        ? "under way, for " + Times.length(before)
        : "ended " + Times.length(Duration.between(event.end(), group.start())) + " before";
  }
}
