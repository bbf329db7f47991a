package dev.tidewatch.detector.console.feedback;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.web.CsvTable;
import dev.tidewatch.detector.console.web.Place;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.overview.FeedbackReport;
import dev.tidewatch.detector.overview.GroupFilter;
import dev.tidewatch.detector.overview.SaidWord;
import dev.tidewatch.detector.store.Database;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** How right the detectors are, by the word of those who look. */
public final class FeedbackPages {
  private static final int LATEST = 25;

  private final Database database;

  public FeedbackPages(Database database) {
    this.database = requireNonNull(database, "database");
  }

  public void show(Visit visit) {
    View view = visit.view();
    FeedbackView page =
        database.read(
            handle -> {
              GroupFilter filter = filter(handle, view);
              return FeedbackView.of(
                  FeedbackReport.read(handle, filter, view.zone()),
                  SaidWord.newest(handle, filter, LATEST),
                  Detectors.page(handle, 0, Integer.MAX_VALUE).stream()
                      .map(Detector::name)
                      .toList(),
                  view);
            });
    visit.show("feedback.jte", Place.FEEDBACK, "Feedback", page);
  }

  /** All severities: what was too weak to be shown can have been right as well. */
  private static GroupFilter filter(Handle handle, View view) {
    GroupFilter filter = GroupFilter.of(view.range()).withMeasure(view.measure());
    return view.detector().isEmpty()
        ? filter
        : filter.withDetector(
            Detectors.find(handle, view.detector()).map(Detector::id).orElse(-1L));
  }

  public void csv(Visit visit) {
    View view = visit.view();
    List<FeedbackReport.Line> lines =
        database.read(
            handle -> FeedbackReport.read(handle, filter(handle, view), view.zone()).lines());
    CsvTable table =
        new CsvTable(
            "detector",
            "measure",
            "found",
            "judged",
            "confirmed",
            "expected",
            "false_alarms",
            "new_trends",
            "precision",
            "seconds_to_detect",
            "alerts_per_week");
    for (FeedbackReport.Line line : lines) {
      table.row(
          line.detector(),
          line.measure(),
          line.groups(),
          line.words().judged(),
          line.words().confirmed(),
          line.words().expected(),
          line.words().falseAlarms(),
          line.words().newTrends(),
          line.words().precision().orElse(Double.NaN),
          line.toDetect().map(Duration::toSeconds).map(Long::doubleValue).orElse(Double.NaN),
          line.alertsPerWeek());
    }
    visit.download("feedback.csv", "text/csv; charset=utf-8", table.bytes());
  }
}
