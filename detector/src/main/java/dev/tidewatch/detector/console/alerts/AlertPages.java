package dev.tidewatch.detector.console.alerts;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.alerting.AlertEvent;
import dev.tidewatch.detector.alerting.AlertTrial;
import dev.tidewatch.detector.alerting.ConsoleLinks;
import dev.tidewatch.detector.alerting.EventState;
import dev.tidewatch.detector.alerting.Mutes;
import dev.tidewatch.detector.catalog.AlertEntry;
import dev.tidewatch.detector.catalog.Alerts;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.console.view.PageLinks;
import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.web.Crumb;
import dev.tidewatch.detector.console.web.Missing;
import dev.tidewatch.detector.console.web.Notice;
import dev.tidewatch.detector.console.web.Place;
import dev.tidewatch.detector.console.web.Rejected;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.detector.operation.InnerCalls;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.detector.wire.ApiError;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The list of alerts, and each of them: what it tells of, how that looks, what it told. */
public final class AlertPages {
  private static final int ROWS = 20;
  private static final String LIST = "/alerts";

  private final Database database;
  private final InnerCalls calls;
  private final AlertTrial trial;
  private final AlertReader reader;
  private final AlertRequests requests;

  public AlertPages(
      Database database,
      InnerCalls calls,
      ResourceNames names,
      ConsoleLinks links,
      AlertTrial trial) {
    this.database = requireNonNull(database, "database");
    this.calls = requireNonNull(calls, "calls");
    this.trial = requireNonNull(trial, "trial");
    this.reader = new AlertReader(names, links);
    this.requests = new AlertRequests(names);
  }

  public void list(Visit visit) {
    View view = visit.view();
    AlertList page = database.read(handle -> list(handle, view));
    visit.show("alerts.jte", Place.ALERTS, "Alerts", page);
  }

  private static AlertList list(Handle handle, View view) {
    Times times = new Times(view.zone(), view.now());
    List<Detector> detectors = Detectors.page(handle, 0, Integer.MAX_VALUE);
    List<AlertEntry> all = Alerts.page(handle, 0, Integer.MAX_VALUE);
    List<AlertEntry> found = all.stream().filter(alert -> isAsked(alert, view)).toList();
    List<AlertRow> rows =
        found.stream()
            .skip((view.page() - 1L) * ROWS)
            .limit(ROWS)
            .map(alert -> AlertRow.of(alert, view, times))
            .toList();
    int mutes =
        detectors.stream()
            .mapToInt(each -> Mutes.active(handle, each.id(), view.now()).size())
            .sum();
    return new AlertList(
        rows,
        detectors.stream().map(Detector::name).toList(),
        all.size(),
        mutes,
        PageLinks.of(view, LIST, ROWS, found.size()));
  }

  private static boolean isAsked(AlertEntry alert, View view) {
    return (view.detector().isEmpty() || alert.detectorName().equals(view.detector()))
        && alert.name().toLowerCase(Locale.ROOT).contains(view.text().toLowerCase(Locale.ROOT));
  }

  public void show(Visit visit) {
    AlertEntry alert = find(visit.part("alert"));
    AlertView page = page(alert, visit.view(), AlertReader.edit(alert));
    visit.show("alert.jte", Place.ALERTS, alert.name(), way(visit), page);
  }

  /** The alert whose name is that of the page of mutes. */
  public void showMutes(Visit visit) {
    AlertEntry alert = find("mutes");
    AlertView page = page(alert, visit.view(), AlertReader.edit(alert));
    visit.show("alert.jte", Place.ALERTS, alert.name(), way(visit), page);
  }

  private AlertView page(AlertEntry alert, View view, AlertForm edit) {
    return database.read(handle -> reader.read(handle, alert, view, edit));
  }

  private AlertEntry find(String name) {
    return database
        .read(handle -> Alerts.find(handle, name))
        .orElseThrow(() -> new Missing("There is no alert “" + name + "”."));
  }

  private static List<Crumb> way(Visit visit) {
    return List.of(new Crumb("Alerts", visit.view().link(LIST)));
  }

  /** Sends a sample, marked as a test: it costs what a message costs, and reaches people. */
  public void test(Visit visit) {
    AlertEntry alert = find(visit.part("alert"));
    AlertEvent event =
        trial
            .send(alert.id())
            .orElseThrow(() -> new Missing("There is no alert “" + alert.name() + "”."));
    if (event.state() == EventState.SENT) {
      visit.leadBack(
          AlertRow.path(alert.name()),
          Notice.done("The test message was taken. Look whether it reached you."));
      return;
    }
    throw ApiError.refused(
        "Undeliverable", 502, "The test message was not delivered: " + event.error());
  }

  public void edit(Visit visit) {
    AlertEntry alert = find(visit.part("alert"));
    AlertForm form =
        AlertForm.of(
            Map.of(
                "description", visit.field("description"), "threshold", visit.field("threshold")));
    try {
      calls.answer("UpdateAlert", requests.update(alert.name(), form), visit.visitor().caller());
    } catch (ApiError refusal) {
      AlertForm refused = form.refusedBy(refusal);
      throw new Rejected(
          refusal,
          again ->
              again.showAgain(
                  "alert.jte",
                  Place.ALERTS,
                  alert.name(),
                  way(again),
                  page(alert, again.view(), refused)));
    }
    visit.leadTo(AlertRow.path(alert.name()), Notice.done("The alert was changed."));
  }

  /** Asks, for those without scripts as well. */
  public void askToDelete(Visit visit) {
    AlertEntry alert = find(visit.part("alert"));
    AlertRow row = AlertRow.of(alert, visit.view(), new Times(visit.view().zone(), visit.now()));
    visit.show(
        "alertDeletion.jte",
        Place.ALERTS,
        "Delete " + alert.name() + "?",
        List.of(new Crumb("Alerts", visit.view().link(LIST)), new Crumb(alert.name(), row.url())),
        row);
  }

  public void delete(Visit visit) {
    AlertEntry alert = find(visit.part("alert"));
    calls.answer("DeleteAlert", requests.named(alert.name()), visit.visitor().caller());
    visit.leadTo(LIST, Notice.done("The alert “" + alert.name() + "” was deleted."));
  }
}
