package dev.tidewatch.detector.console.detectors;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.console.web.Crumb;
import dev.tidewatch.detector.console.web.Notice;
import dev.tidewatch.detector.console.web.Pages;
import dev.tidewatch.detector.console.web.Place;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.operation.InnerCalls;
import dev.tidewatch.detector.store.Database;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Activates, stops and deletes detectors; each is asked for on a page of its own. */
public final class StepPages {
  private final Database database;
  private final ResourceNames names;
  private final InnerCalls calls;

  public StepPages(Database database, ResourceNames names, InnerCalls calls) {
    this.database = requireNonNull(database, "database");
    this.names = requireNonNull(names, "names");
    this.calls = requireNonNull(calls, "calls");
  }

  /**
   * What is asked.
   *
   * @param lost what goes with the detector; empty when nothing does
   */
  public record Question(String detector, Step step, List<String> lost) {
    public String url() {
      return "/d/" + detector + step.path();
    }
  }

  public void addTo(Pages pages) {
    for (Step step : Step.values()) {
      String path = "/d/{detector}" + step.path();
      pages
          .show(path, Role.ADMIN, visit -> ask(visit, step))
          .change(path, Role.ADMIN, step.operation(), visit -> take(visit, step));
    }
  }

  private void ask(Visit visit, Step step) {
    String name = visit.part("detector");
    Question question =
        database.read(
            handle -> {
              Detector detector = DetectorViews.detector(handle, name);
              return new Question(
                  name, step, step == Step.DELETE ? lost(handle, detector.id()) : List.of());
            });
    visit.show(
        "detectorStep.jte",
        Place.DETECTORS,
        "%s %s?".formatted(step.label(), name),
        List.of(
            new Crumb("Detectors", visit.view().link("/detectors")),
            new Crumb(name, visit.view().link("/d/" + name))),
        question);
  }

  private static List<String> lost(Handle handle, long detector) {
    return List.of(
        count(handle, "metric_set", detector) + " dataset",
        count(handle, "alert", detector) + " alerts",
        count(handle, "anomaly_group", detector) + " anomalies",
        count(handle, "series", detector) + " time series with all their points");
  }

  private static int count(Handle handle, String table, long detector) {
    return handle
        .createQuery("SELECT count(*) FROM " + table + " WHERE detector = ?")
        .bind(0, detector)
        .mapTo(Integer.class)
        .one();
  }

  private void take(Visit visit, Step step) {
    String name = visit.part("detector");
    database.read(handle -> DetectorViews.detector(handle, name));
    calls.answer(
        step.operation(),
        JsonNodeFactory.instance.objectNode().put("AnomalyDetectorArn", names.detector(name)),
        visit.visitor().caller());
    visit.leadTo(
        step == Step.DELETE ? "/detectors" : "/d/" + name,
        Notice.done("The detector %s %s.".formatted(name, step.said())));
  }
}
