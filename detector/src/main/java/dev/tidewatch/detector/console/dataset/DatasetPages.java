package dev.tidewatch.detector.console.dataset;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.catalog.Tags;
import dev.tidewatch.detector.console.dataset.DatasetPage.Details;
import dev.tidewatch.detector.console.dataset.SeriesSearch.Found;
import dev.tidewatch.detector.console.detectors.DetectorViews;
import dev.tidewatch.detector.console.web.Crumb;
import dev.tidewatch.detector.console.web.Notice;
import dev.tidewatch.detector.console.web.Place;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.intake.DataLocation;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.IntakePaths;
import dev.tidewatch.detector.intake.S3Address;
import dev.tidewatch.detector.intake.source.Inspection;
import dev.tidewatch.detector.schedule.Datasets;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.metricset.interval.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** What a detector reads: declared, found, and what became of it. */
public final class DatasetPages {
  private final Database database;
  private final ResourceNames names;
  private final Datasets datasets;
  private final Function<Dataset, Inspection> inspections;
  private final Checks checks = new Checks();

  public DatasetPages(
      Database database,
      ResourceNames names,
      Datasets datasets,
      Function<Dataset, Inspection> inspections) {
    this.database = requireNonNull(database, "database");
    this.names = requireNonNull(names, "names");
    this.datasets = requireNonNull(datasets, "datasets");
    this.inspections = requireNonNull(inspections, "inspections");
  }

  public void show(Visit visit) {
    String name = visit.part("detector");
    DatasetPage page = database.read(handle -> page(handle, visit, name));
    visit.show(
        "dataset.jte",
        Place.DETECTORS,
        "Dataset of " + name,
        List.of(
            new Crumb("Detectors", visit.view().link("/detectors")),
            new Crumb(name, visit.view().link("/d/" + name))),
        page);
  }

  private DatasetPage page(Handle handle, Visit visit, String name) {
    Detector detector = DetectorViews.detector(handle, name);
    try {
      Dataset dataset = datasets.of(handle, detector);
      return new DatasetPage(name, "", Optional.of(details(handle, visit, detector, dataset)));
    } catch (IllegalStateException notReadable) {
      return new DatasetPage(name, String.valueOf(notReadable.getMessage()), Optional.empty());
    }
  }

  private Details details(Handle handle, Visit visit, Detector detector, Dataset dataset) {
    String arn = names.metricSet(detector.name(), dataset.name());
    String searched = visit.view().text();
    Interval newest = SourceCheck.due(dataset, visit.now()).get(0);
    return new Details(
        dataset,
        arn,
        path(dataset),
        history(dataset),
        folder(dataset, newest),
        count(handle, detector),
        datasets.mostMetrics(detector),
        Tags.of(handle, arn),
        checks.last(detector.id()),
        searched,
        searched.isEmpty() ? Found.nothing() : found(handle, detector, dataset, searched));
  }

  private static Found found(Handle handle, Detector detector, Dataset dataset, String searched) {
    Optional<Instant> newest =
        handle
            .createQuery(
                "SELECT max(interval) FROM execution WHERE detector = ? AND status = 'COMPLETED'")
            .bind(0, detector.id())
            .mapTo(Long.class)
            .findOne()
            .map(Instant::ofEpochSecond);
    return newest
        .map(time -> new SeriesSearch(handle, detector.id(), dataset).find(searched, time))
        .orElseGet(Found::nothing);
  }

  private static String path(Dataset dataset) {
    return dataset.location() instanceof DataLocation.Files files
        ? files.continuous().map(path -> path.template()).orElse("")
        : "";
  }

  private static String history(Dataset dataset) {
    return dataset.location() instanceof DataLocation.Files files
        ? files.historical().map(S3Address::toString).orElse("")
        : "";
  }

  private static String folder(Dataset dataset, Interval interval) {
    return dataset.location() instanceof DataLocation.Files files
        ? files
            .continuous()
            .map(path -> IntakePaths.folder(path, dataset.calendar(), interval).toString())
            .orElse("")
        : "";
  }

  private static int count(Handle handle, Detector detector) {
    return handle
        .createQuery("SELECT count(*) FROM series WHERE detector = ?")
        .bind(0, detector.id())
        .mapTo(Integer.class)
        .one();
  }

  /** Looks into the source with the server's rights: at the dataset's own paths and no others. */
  public void check(Visit visit) {
    String name = visit.part("detector");
    String url = "/d/" + name + "/dataset";
    Prepared prepared = database.read(handle -> prepared(handle, name, visit.now()));
    if (prepared.dataset().isEmpty()) {
      visit.leadTo(url, Notice.refused("There is nothing to check: " + prepared.doubt() + "."));
      return;
    }
    Dataset dataset = prepared.dataset().get();
    SourceCheck check = new SourceCheck(inspections.apply(dataset), dataset, System::nanoTime);
    boolean made =
        checks.run(
            prepared.detector(),
            () -> check.run(visit.now(), visit.visitor().name(), prepared.runs()));
    visit.leadTo(
        url + "#check",
        made
            ? Notice.done("The source was looked at just now.")
            : Notice.refused("Another check is under way: try again when it is over."));
  }

  /**
   * @param runs when the newest intervals were read, by their starts
   */
  private record Prepared(
      long detector, Optional<Dataset> dataset, String doubt, Map<Instant, Instant> runs) {}

  private Prepared prepared(Handle handle, String name, Instant now) {
    Detector detector = DetectorViews.detector(handle, name);
    if (MetricSets.of(handle, detector.id()).isEmpty()) {
      return new Prepared(detector.id(), Optional.empty(), "it has no dataset", Map.of());
    }
    try {
      Dataset dataset = datasets.of(handle, detector);
      Map<Instant, Instant> runs = new TreeMap<>();
      handle
          .createQuery(
              "SELECT interval, started FROM execution WHERE detector = ? AND interval >= ?")
          .bind(0, detector.id())
          .bind(
              1,
              SourceCheck.due(dataset, now).get(SourceCheck.INTERVALS - 1).start().getEpochSecond())
          .map(
              (row, context) ->
                  Map.entry(
                      Instant.ofEpochSecond(row.getLong(1)), Instant.ofEpochMilli(row.getLong(2))))
          .forEach(run -> runs.put(run.getKey(), run.getValue()));
      return new Prepared(detector.id(), Optional.of(dataset), "", runs);
    } catch (IllegalStateException notReadable) {
      return new Prepared(
          detector.id(), Optional.empty(), String.valueOf(notReadable.getMessage()), Map.of());
    }
  }
}
