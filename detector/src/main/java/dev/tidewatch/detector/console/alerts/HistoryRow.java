package dev.tidewatch.detector.console.alerts;

import dev.tidewatch.detector.alerting.AlertEvent;
import dev.tidewatch.detector.alerting.EventState;
import dev.tidewatch.detector.alerting.message.AlertContent;
import dev.tidewatch.detector.alerting.message.EventKind;
import dev.tidewatch.detector.alerting.message.Plain;
import dev.tidewatch.detector.alerting.message.ToldAnomaly;
import dev.tidewatch.detector.anomaly.FoundGroup.Peak;
import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.words.Headline;
import dev.tidewatch.detector.console.words.Severity;
import dev.tidewatch.detector.console.words.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something an alert told, or could not.
 *
 * @param kind why: opened, updated, resolved, …
 * @param severity as told; none where data were missing
 * @param url of the anomaly; none where there is none
 * @param state a word
 * @param good empty while nobody knows
 * @param outcome a sentence on what became of it
 */
public record HistoryRow(
    String when,
    String kind,
    String what,
    Optional<Severity> severity,
    Optional<String> url,
    String state,
    Optional<Boolean> good,
    int attempts,
    String outcome) {
  private static final int ERROR = 300;

  static HistoryRow of(AlertEvent event, View view, Times times) {
    AlertContent content = event.content();
    Optional<ToldAnomaly> anomaly = Optional.ofNullable(content.anomaly());
    return new HistoryRow(
        times.brief(event.created()),
        event.reason(),
        anomaly.map(told -> headline(told, content.period().start())).orElseGet(() -> gap(content)),
        anomaly.map(told -> new Severity(told.severity())),
        anomaly
            .filter(told -> content.kind() != EventKind.TEST)
            .map(told -> view.link("/d/" + content.detector().name() + "/a/" + told.groupId())),
        state(event.state()),
        good(event.state()),
        event.attempts(),
        outcome(event, times));
  }

  private static String headline(ToldAnomaly told, Instant start) {
    return Headline.of(
        told.measure(), new Peak(start, told.value(), told.expected(), told.lower(), told.upper()));
  }

  private static String gap(AlertContent content) {
    return content.kind() == EventKind.DATA_BACK ? "Data are back" : "Data are missing";
  }

  private static String state(EventState state) {
    return switch (state) {
      case PENDING -> "waiting";
      case SENT -> "arrived";
      case FAILED -> "not delivered";
      case MUTED -> "muted";
    };
  }

  private static Optional<Boolean> good(EventState state) {
    return switch (state) {
      case SENT -> Optional.of(true);
      case FAILED -> Optional.of(false);
      case PENDING, MUTED -> Optional.empty();
    };
  }

  private static String outcome(AlertEvent event, Times times) {
    String error = event.error() == null ? "" : cut(event.error());
    Instant sent = event.sent();
    return switch (event.state()) {
      case SENT ->
          "Taken%s%s."
              .formatted(
                  sent == null ? "" : " " + times.brief(sent),
                  event.receipt() == null ? "" : ", receipt " + event.receipt());
      case FAILED -> "Given up: " + (error.isEmpty() ? "unknown" : error);
      case MUTED -> "Not sent: somebody muted it.";
      case PENDING ->
          "Next try %s%s".formatted(times.brief(event.due()), error.isEmpty() ? "." : ": " + error);
    };
  }

  private static String cut(String text) {
    return Plain.line(text, ERROR);
  }

  /** A page of them and the ways on. */
  public record Page(List<HistoryRow> rows, boolean first, Optional<String> older) {
    public Page {
      rows = List.copyOf(rows);
    }
  }
}
