package dev.tidewatch.detector.console.alerts;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.console.alerts.NewAlert.Dimension;
import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.web.Crumb;
import dev.tidewatch.detector.console.web.Notice;
import dev.tidewatch.detector.console.web.Place;
import dev.tidewatch.detector.console.web.Rejected;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.operation.InnerCalls;
import dev.tidewatch.detector.overview.SeenValues;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.detector.wire.ApiError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;

/** Adds alerts. */
public final class NewAlertPages {
  private static final String TITLE = "Add an alert";
  private static final List<String> FIELDS =
      List.of(
          "name", "description", "detector", "threshold", "channel", "target", "format", "role");

  /** What the original proposed. */
  private static final String USUAL_THRESHOLD = "70";

  private final Database database;
  private final InnerCalls calls;
  private final AlertRequests requests;

  public NewAlertPages(Database database, InnerCalls calls, ResourceNames names) {
    this.database = requireNonNull(database, "database");
    this.calls = requireNonNull(calls, "calls");
    this.requests = new AlertRequests(names);
  }

  /** The empty form, or filled in with what the page showed that led here. */
  public void ask(Visit visit) {
    View view = visit.view();
    NewAlert page =
        database.read(
            handle -> {
              List<Detector> detectors = Detectors.page(handle, 0, Integer.MAX_VALUE);
              return page(handle, detectors, proposed(view, detectors));
            });
    visit.show("newAlert.jte", Place.ALERTS, TITLE, way(visit), page);
  }

  private static List<Crumb> way(Visit visit) {
    return List.of(new Crumb("Alerts", visit.view().link("/alerts")));
  }

  private static AlertForm proposed(View view, List<Detector> detectors) {
    String detector =
        detectors.size() == 1
            ? detectors.get(0).name()
            : detectors.stream()
                .map(Detector::name)
                .filter(view.detector()::equals)
                .findFirst()
                .orElse("");
    return new AlertForm(
        Map.of(
            "detector",
            detector,
            "threshold",
            view.query().one("threshold").orElse(USUAL_THRESHOLD),
            "channel",
            "SNS",
            "format",
            "LONG_TEXT"),
        view.measure().isEmpty() ? List.of() : List.of(view.measure()),
        view.dimensions(),
        Map.of());
  }

  private static NewAlert page(Handle handle, List<Detector> detectors, AlertForm form) {
    List<String> names = detectors.stream().map(Detector::name).toList();
    Optional<Detector> chosen =
        detectors.stream().filter(each -> each.name().equals(form.value("detector"))).findFirst();
    Optional<CreateMetricSetRequest> dataset =
        chosen
            .flatMap(detector -> MetricSets.of(handle, detector.id()))
            .map(entry -> entry.definition());
    return new NewAlert(
        names,
        dataset.stream()
            .flatMap(each -> each.metricList().stream())
            .map(Metric::metricName)
            .toList(),
        dataset.stream()
            .flatMap(each -> each.dimensionList().stream())
            .map(
                name -> new Dimension(name, SeenValues.of(handle, chosen.orElseThrow().id(), name)))
            .toList(),
        form);
  }

  public void add(Visit visit) {
    AlertForm form = form(visit);
    try {
      calls.answer("CreateAlert", requests.create(form), visit.visitor().caller());
    } catch (ApiError refusal) {
      AlertForm refused = form.refusedBy(refusal);
      throw new Rejected(
          refusal,
          again ->
              again.showAgain(
                  "newAlert.jte",
                  Place.ALERTS,
                  TITLE,
                  way(again),
                  database.read(
                      handle ->
                          page(handle, Detectors.page(handle, 0, Integer.MAX_VALUE), refused))));
    }
    visit.leadTo(
        AlertRow.path(form.value("name")),
        Notice.done("The alert was added. Send a test to see whether it reaches you."));
  }

  private AlertForm form(Visit visit) {
    Map<String, String> values = new HashMap<>();
    FIELDS.forEach(field -> values.put(field, visit.field(field)));
    Map<String, String> parts = new HashMap<>();
    dimensions(visit.field("detector"))
        .forEach(dimension -> parts.put(dimension, visit.field("value:" + dimension)));
    return new AlertForm(values, visit.fields("measure"), parts, Map.of());
  }

  private List<String> dimensions(String detector) {
    return database.read(
        handle ->
            Detectors.find(handle, detector)
                .flatMap(found -> MetricSets.of(handle, found.id()))
                .map(entry -> entry.definition().dimensionList())
                .orElse(List.of()));
  }
}
