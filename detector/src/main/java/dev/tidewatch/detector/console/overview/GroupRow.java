package dev.tidewatch.detector.console.overview;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.words.Headline;
import dev.tidewatch.detector.console.words.Severity;
import dev.tidewatch.detector.console.words.Times;
import java.time.Duration;

/**
 * An anomaly group in a list.
 *
 * @param watched how many series the detector has
 */
public record GroupRow(
    String url,
    Severity severity,
    String headline,
    String where,
    String when,
    String lasting,
    String detector,
    String measure,
    String found,
    int series,
    int watched,
    boolean open) {

  static GroupRow of(
      FoundGroup group, KnownDetector detector, int watched, View view, Times times) {
    Duration interval = detector.interval();
    return new GroupRow(
        view.link("/d/" + detector.name() + "/a/" + group.id()),
        new Severity(group.told()),
        Headline.of(group),
        Headline.scope(group.scope()),
        times.stretch(group.start(), group.end().plus(interval)),
        Times.length(Duration.between(group.start(), group.end()).plus(interval)),
        detector.name(),
        Headline.name(group.measure()),
        times.brief(group.detected()),
        group.series(),
        watched,
        group.open());
  }
}
