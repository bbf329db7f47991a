package dev.tidewatch.detector.console.detectors;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.MetricSetEntry;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.catalog.Tags;
import dev.tidewatch.detector.console.detectors.DetectorPage.Content;
import dev.tidewatch.detector.console.detectors.DetectorPage.Runs;
import dev.tidewatch.detector.console.detectors.DetectorPage.Tab;
import dev.tidewatch.detector.console.view.PageLinks;
import dev.tidewatch.detector.console.web.Crumb;
import dev.tidewatch.detector.console.web.Missing;
import dev.tidewatch.detector.console.web.Place;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.store.Database;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.LongFunction;
import org.jdbi.v3.core.Handle;

/** The pages of a detector: its log, its history's parts, its tags, how it is declared. */
public final class DetectorPages {
  private static final int ROWS = 25;

  private final Database database;
  private final ResourceNames names;
  private final LongFunction<Optional<String>> learning;
  private final Configuration configuration;

  /**
   * @param learning how far a detector's reading of history is, in a sentence
   */
  public DetectorPages(
      Database database,
      ResourceNames names,
      LongFunction<Optional<String>> learning,
      Configuration configuration) {
    this.database = requireNonNull(database, "database");
    this.names = requireNonNull(names, "names");
    this.learning = requireNonNull(learning, "learning");
    this.configuration = requireNonNull(configuration, "configuration");
  }

  public void log(Visit visit) {
    boolean failedOnly = visit.asked("runs").equals("failed");
    show(visit, Tab.LOG, (handle, view) -> Content.of(runs(handle, visit, view, failedOnly)));
  }

  private static Runs runs(Handle handle, Visit visit, DetectorView view, boolean failedOnly) {
    RunLog failed = log(handle, view.detector(), true);
    RunLog log = failedOnly ? failed : log(handle, view.detector(), false);
    return new Runs(
        log.page((visit.view().page() - 1) * ROWS, ROWS),
        failedOnly,
        failed.count(),
        PageLinks.of(visit.view(), view.url(), ROWS, log.count()));
  }

  static RunLog log(Handle handle, Detector detector, boolean failedOnly) {
    return new RunLog(handle, detector.id(), detector.interval().duration(), failedOnly);
  }

  public void backtest(Visit visit) {
    show(
        visit,
        Tab.BACKTEST,
        (handle, view) -> {
          if (view.mode() != Mode.BACKTEST) {
            throw new Missing(
                "“%s” is no backtest: it has no parts of history.".formatted(view.name()));
          }
          return Content.of(
              BacktestData.read(
                  handle, view.detector().id(), view.detector().interval().duration()));
        });
  }

  public void tags(Visit visit) {
    show(
        visit,
        Tab.TAGS,
        (handle, view) -> Content.of(Tags.of(handle, names.detector(view.name()))));
  }

  public void configuration(Visit visit) {
    String name = visit.part("detector");
    database.read(handle -> DetectorViews.detector(handle, name));
    String text = configuration.of(name, visit.visitor().caller());
    show(visit, Tab.CONFIGURATION, (handle, view) -> Content.of(text));
  }

  private void show(Visit visit, Tab tab, BiFunction<Handle, DetectorView, Content> content) {
    String name = visit.part("detector");
    DetectorPage page =
        database.read(
            handle -> {
              DetectorView view = DetectorViews.find(handle, name, visit.now());
              return page(handle, view, tab, content.apply(handle, view));
            });
    visit.show("detector.jte", Place.DETECTORS, page.view().name(), crumbs(visit), page);
  }

  /** The way to the page of a detector. */
  public static List<Crumb> crumbs(Visit visit) {
    return List.of(new Crumb("Detectors", visit.view().link("/detectors")));
  }

  private DetectorPage page(Handle handle, DetectorView view, Tab tab, Content content) {
    long id = view.detector().id();
    String dataset = MetricSets.of(handle, id).map(MetricSetEntry::name).orElse("");
    return new DetectorPage(
        view,
        names.detector(view.name()),
        dataset,
        Setup.of(view, dataset, alerts(handle, id)),
        Actions.of(view),
        Optional.ofNullable(view.detector().failure()).map(FailureWords::of),
        isReading(view.detector()) ? learning.apply(id).orElse("") : "",
        tab,
        content);
  }

  private static boolean isReading(Detector detector) {
    return switch (detector.status()) {
      case ACTIVATING, BACK_TEST_ACTIVATING, BACK_TEST_ACTIVE, LEARNING -> true;
      default -> false;
    };
  }

  static int alerts(Handle handle, long detector) {
    return handle
        .createQuery("SELECT count(*) FROM alert WHERE detector = ?")
        .bind(0, detector)
        .mapTo(Integer.class)
        .one();
  }
}
