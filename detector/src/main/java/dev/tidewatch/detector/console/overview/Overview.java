package dev.tidewatch.detector.console.overview;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.anomaly.SeriesNumbers;
import dev.tidewatch.detector.console.view.PageLinks;
import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.web.Place;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.detector.events.EventBook;
import dev.tidewatch.detector.events.NotedEvent;
import dev.tidewatch.detector.overview.Buckets;
import dev.tidewatch.detector.overview.Checked;
import dev.tidewatch.detector.overview.GroupFilter;
import dev.tidewatch.detector.overview.GroupPage;
import dev.tidewatch.detector.overview.LaneBoard;
import dev.tidewatch.detector.overview.SeverityCounts;
import dev.tidewatch.detector.sample.SampleState;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.scoring.cube.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Shows what broke, how bad and where: lanes over the time, and the list of anomalies. */
public final class Overview {
  private static final int ROWS = 20;
  private static final int LANES = 50;
  private static final int BUCKETS = 100;
  private static final int MOST_EVENTS = 500;

  private final Database database;
  private final Supplier<SampleState> sample;

  /**
   * @param sample how far the sample data are
   */
  public Overview(Database database, Supplier<SampleState> sample) {
    this.database = requireNonNull(database, "database");
    this.sample = requireNonNull(sample, "sample");
  }

  public void show(Visit visit) {
    View view = visit.view();
    OverviewPage page = database.read(handle -> page(handle, view, sample.get()));
    visit.show("overview.jte", Place.OVERVIEW, "Anomalies", page);
  }

  private static OverviewPage page(Handle handle, View view, SampleState sample) {
    Times times = new Times(view.zone(), view.now());
    List<KnownDetector> detectors = KnownDetector.all(handle, view.detector());
    GroupFilter filter = filter(view, detectors);
    GroupPage groups = GroupPage.read(handle, filter, view.order(), (view.page() - 1) * ROWS, ROWS);
    LaneBoard lanes =
        LaneBoard.read(handle, filter, view.lanes(), Buckets.of(view.range(), BUCKETS), LANES);
    return new OverviewPage(
        sample,
        detectors,
        measures(handle),
        SeverityCounts.read(handle, filter.withState(GroupFilter.State.OPEN)),
        LanesView.of(lanes, events(handle, filter, view), view, times),
        rows(handle, groups, detectors, view, times),
        PageLinks.of(view, "/", ROWS, groups.total()),
        groups.total() > 0
            ? Optional.empty()
            : Optional.of(Checked.read(handle, filter.detector(), view.range())));
  }

  /** What was noted of what is shown. */
  private static List<NotedEvent> events(Handle handle, GroupFilter filter, View view) {
    Long detector = filter.detector();
    return view.withEvents()
        ? EventBook.felt(
            handle,
            detector == null ? 0 : detector,
            new Scope(view.dimensions()),
            view.range().from(),
            view.range().to(),
            MOST_EVENTS)
        : List.of();
  }

  /** The series of a detector are counted where it has a row. */
  private static List<GroupRow> rows(
      Handle handle, GroupPage groups, List<KnownDetector> detectors, View view, Times times) {
    Map<Long, KnownDetector> byId =
        detectors.stream().collect(Collectors.toMap(KnownDetector::id, Function.identity()));
    Map<Long, Integer> watched = new HashMap<>();
    return groups.groups().stream()
        .map(
            group ->
                GroupRow.of(
                    group,
                    requireNonNull(byId.get(group.detector())),
                    watched.computeIfAbsent(
                        group.detector(), id -> SeriesNumbers.finest(handle, id)),
                    view,
                    times))
        .toList();
  }

  /** A detector that is not there has found nothing. */
  static GroupFilter filter(View view, List<KnownDetector> detectors) {
    return view.detector().isEmpty()
        ? view.filter()
        : view.filter()
            .withDetector(
                detectors.stream()
                    .filter(each -> each.name().equals(view.detector()))
                    .mapToLong(KnownDetector::id)
                    .findFirst()
                    .orElse(-1));
  }

  private static List<String> measures(Handle handle) {
    return handle
        .createQuery("SELECT DISTINCT measure FROM anomaly_group ORDER BY measure LIMIT 200")
        .mapTo(String.class)
        .list();
  }
}
