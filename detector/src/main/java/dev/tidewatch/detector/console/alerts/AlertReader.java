package dev.tidewatch.detector.console.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tidewatch.detector.alerting.AlertCondition;
import dev.tidewatch.detector.alerting.AlertEvent;
import dev.tidewatch.detector.alerting.AlertHistory;
import dev.tidewatch.detector.alerting.AlertPreview;
import dev.tidewatch.detector.alerting.ConsoleLinks;
import dev.tidewatch.detector.alerting.Recipient;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.GroupCursor;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.catalog.AlertEntry;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.console.alerts.AlertView.Choice;
import dev.tidewatch.detector.console.alerts.AlertView.Firing;
import dev.tidewatch.detector.console.alerts.AlertView.Message;
import dev.tidewatch.detector.console.alerts.AlertView.Preview;
import dev.tidewatch.detector.console.alerts.AlertView.Step;
import dev.tidewatch.detector.console.view.Query;
import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.words.Headline;
import dev.tidewatch.detector.console.words.Severity;
import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.detector.overview.FiringCounts;
import dev.tidewatch.detector.overview.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertType;
import software.amazon.awssdk.services.lookoutmetrics.model.SnsFormat;

/** Gathers what the page of an alert shows. */
final class AlertReader {
  private static final int EVENTS = 20;
  private static final int CHOICES = 20;
  private static final Duration LATELY = Duration.ofDays(30);
  private static final JsonMapper JSON = new JsonMapper();

  private final AlertPreview preview;

  AlertReader(ResourceNames names, ConsoleLinks links) {
    this.preview = new AlertPreview(names, links);
  }

  static AlertForm edit(AlertEntry alert) {
    String description = alert.description();
    return AlertForm.of(
        Map.of(
            "description",
            description == null ? "" : description,
            "threshold",
            String.valueOf(alert.threshold())));
  }

  AlertView read(Handle handle, AlertEntry alert, View view, AlertForm edit) {
    Times times = new Times(view.zone(), view.now());
    String path = AlertRow.path(alert.name());
    String description = alert.description();
    Recipient recipient = Recipient.of(alert.action());
    return new AlertView(
        AlertRow.of(alert, view, times),
        path,
        description == null ? "" : description,
        recipient.arn(),
        recipient.roleArn(),
        times.brief(alert.modified()),
        edit,
        preview(handle, alert, view, times),
        firing(handle, alert, view),
        history(handle, alert, view, path, times));
  }

  private Preview preview(Handle handle, AlertEntry alert, View view, Times times) {
    List<FoundGroup> groups = choices(handle, alert);
    String asked = view.query().one("anomaly").orElse("");
    Optional<FoundGroup> chosen =
        Groups.find(handle, alert.detectorId(), asked).or(() -> groups.stream().findFirst());
    AlertPreview.Preview made =
        chosen
            .map(group -> preview.of(handle, alert, group))
            .orElseGet(() -> preview.sample(handle, alert, view.now()));
    return new Preview(
        groups.stream().map(group -> choice(group, chosen, times)).toList(),
        chosen.isEmpty(),
        made.fires(),
        made.in(SnsFormat.JSON).subject(),
        messages(alert, made));
  }

  /** Those it could tell of first; where there are none, what else was found. */
  private static List<FoundGroup> choices(Handle handle, AlertEntry alert) {
    List<FoundGroup> severe =
        Groups.newest(handle, alert.detectorId(), alert.threshold(), GroupCursor.START, CHOICES);
    return severe.isEmpty()
        ? Groups.newest(handle, alert.detectorId(), 0, GroupCursor.START, CHOICES)
        : severe;
  }

  private static Choice choice(FoundGroup group, Optional<FoundGroup> chosen, Times times) {
    return new Choice(
        group.id(),
        "%s · %s · %s"
            .formatted(
                times.brief(group.start()),
                Headline.of(group),
                new Severity(group.told()).number()),
        chosen.filter(each -> each.id().equals(group.id())).isPresent());
  }

  private static List<Message> messages(AlertEntry alert, AlertPreview.Preview made) {
    List<SnsFormat> formats =
        alert.type() == AlertType.SNS
            ? List.of(SnsFormat.SHORT_TEXT, SnsFormat.LONG_TEXT, SnsFormat.JSON)
            : List.of(SnsFormat.JSON);
    return formats.stream()
        .map(
            format -> {
              String body = made.in(format).body();
              return new Message(
                  format.toString(),
                  format.toString().equals(AlertRow.format(alert)),
                  body.length(),
                  format == SnsFormat.JSON ? indented(body) : body);
            })
        .toList();
  }

  private static String indented(String json) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("messages are JSON", e);
    }
  }

  private Firing firing(Handle handle, AlertEntry alert, View view) {
    FiringCounts counts =
        FiringCounts.read(
            handle,
            alert.detectorId(),
            AlertCondition.of(alert),
            new TimeRange(view.now().minus(LATELY), view.now()));
    int longest = Math.max(1, counts.at(0));
    List<Step> steps = new ArrayList<>();
    for (int threshold = 0; threshold <= 100; threshold += 10) {
      int count = counts.at(threshold);
      boolean now = Math.round(alert.threshold() / 10.0) * 10 == threshold;
      steps.add(new Step(threshold, count, 100 * count / longest, now));
    }
    int asked = whole(view.query(), "least", alert.threshold());
    return new Firing(asked, counts.at(asked), steps);
  }

  private static int whole(Query query, String name, int otherwise) {
    return query
        .one(name)
        .filter(text -> text.matches("\\d{1,3}"))
        .map(Integer::parseInt)
        .filter(number -> number <= 100)
        .orElse(otherwise);
  }

  private static HistoryRow.Page history(
      Handle handle, AlertEntry alert, View view, String path, Times times) {
    Optional<Long> before =
        view.query().one("before").filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong);
    List<AlertEvent> events =
        AlertHistory.of(handle, alert.id(), before.orElse(AlertHistory.NEWEST), EVENTS + 1);
    List<AlertEvent> shown = events.stream().limit(EVENTS).toList();
    return new HistoryRow.Page(
        shown.stream().map(event -> HistoryRow.of(event, view, times)).toList(),
        before.isEmpty(),
        events.size() > EVENTS
            ? Optional.of(
                view.query().with("before", String.valueOf(shown.get(EVENTS - 1).id())).url(path)
                    + "#history")
            : Optional.empty());
  }
}
