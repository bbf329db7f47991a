package dev.tidewatch.detector.console.quality;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.console.detectors.DetectorViews;
import dev.tidewatch.detector.console.quality.QualityPage.Details;
import dev.tidewatch.detector.console.view.PageLinks;
import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.web.Crumb;
import dev.tidewatch.detector.console.web.CsvTable;
import dev.tidewatch.detector.console.web.Missing;
import dev.tidewatch.detector.console.web.Place;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.overview.Buckets;
import dev.tidewatch.detector.overview.TimeRange;
import dev.tidewatch.detector.schedule.Datasets;
import dev.tidewatch.detector.store.Database;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How complete a detector's data are, and how late it reads them. */
public final class QualityPages {
  /** Lines of a file at most, the newest: a file for a spreadsheet. */
  public static final int MOST_LINES = 200_000;

  private static final int ROWS = 25;
  private static final int MOST_BARS = 60;

  private final Database database;
  private final Datasets datasets;

  public QualityPages(Database database, Datasets datasets) {
    this.database = requireNonNull(database, "database");
    this.datasets = requireNonNull(datasets, "datasets");
  }

  public void show(Visit visit) {
    String name = visit.part("detector");
    visit.show(
        "quality.jte",
        Place.DETECTORS,
        "Data quality of " + name,
        List.of(
            new Crumb("Detectors", visit.view().link("/detectors")),
            new Crumb(name, visit.view().link("/d/" + name))),
        database.read(handle -> page(handle, visit.view(), name)));
  }

  private QualityPage page(Handle handle, View view, String name) {
    Detector detector = DetectorViews.detector(handle, name);
    Dataset dataset;
    try {
      dataset = datasets.of(handle, detector);
    } catch (IllegalStateException notReadable) {
      return QualityPage.without(name, String.valueOf(notReadable.getMessage()), false);
    }
    if (dataset.isBacktest()) {
      return QualityPage.without(name, "This detector is a backtest.", true);
    }
    return new QualityPage(
        name, "", false, Optional.of(details(handle, view, detector, dataset, name)));
  }

  private static Details details(
      Handle handle, View view, Detector detector, Dataset dataset, String name) {
    QualityReader reader = new QualityReader(handle, detector.id(), dataset, view.range());
    Duration length = dataset.length().duration();
    Buckets buckets = buckets(view.range(), length);
    List<Run> runs = reader.runs();
    Tally tally = Tally.of(runs, length);
    List<Duration> delays =
        runs.stream().filter(run -> run.outcome() == Outcome.COMPLETE).map(Run::delay).toList();
    return new Details(
        tally,
        length,
        buckets,
        reader.trends(buckets),
        reader.incomplete((view.page() - 1) * ROWS, ROWS),
        PageLinks.of(view, "/d/" + name + "/quality", ROWS, tally.incomplete()),
        delays.isEmpty() ? Optional.empty() : Optional.of(Delays.of(delays, dataset.offset())));
  }

  /** No bar is shorter than an interval. */
  private static Buckets buckets(TimeRange range, Duration length) {
    long intervals = Duration.between(range.from(), range.to()).dividedBy(length) + 1;
    return Buckets.of(range, (int) Math.max(2, Math.min(MOST_BARS, intervals)));
  }

  /** Every metric of every interval in the range. */
  public void csv(Visit visit) {
    String name = visit.part("detector");
    CsvTable table =
        new CsvTable(
            "interval",
            "end",
            "outcome",
            "reason",
            "started",
            "seconds after end",
            "metric",
            "column",
            "value");
    database.read(
        handle -> {
          Detector detector = DetectorViews.detector(handle, name);
          new QualityReader(
                  handle, detector.id(), continuous(handle, detector), visit.view().range())
              .values(MOST_LINES, value -> add(table, value));
          return table;
        });
    visit.download(name + "-quality.csv", "text/csv; charset=utf-8", table.bytes());
  }

  private Dataset continuous(Handle handle, Detector detector) {
    try {
      Dataset dataset = datasets.of(handle, detector);
      if (!dataset.isBacktest()) {
        return dataset;
      }
    } catch (IllegalStateException notReadable) {
      throw new Missing(String.valueOf(notReadable.getMessage()));
    }
    throw new Missing(
        "“%s” is a backtest: it reads no intervals one by one.".formatted(detector.name()));
  }

  private static void add(CsvTable table, QualityReader.Value value) {
    Run run = value.run();
    table.row(
        run.interval().start(),
        run.interval().end(),
        run.outcome(),
        run.reason(),
        run.started(),
        run.delay().toMillis() / 1000.0,
        value.metric().type(),
        value.metric().column(),
        value.value());
  }
}
