package dev.tidewatch.detector.benchmark;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.overview.Buckets;
import dev.tidewatch.detector.overview.Checked;
import dev.tidewatch.detector.overview.FeedbackReport;
import dev.tidewatch.detector.overview.GroupFilter;
import dev.tidewatch.detector.overview.GroupOrder;
import dev.tidewatch.detector.overview.GroupPage;
import dev.tidewatch.detector.overview.LaneBoard;
import dev.tidewatch.detector.overview.LaneKind;
import dev.tidewatch.detector.overview.SaidWord;
import dev.tidewatch.detector.overview.SeriesPicture;
import dev.tidewatch.detector.overview.TimeRange;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/**
 * What the console asks for, of the database itself: a detector of 5,000 series and 2,500 intervals
 * with 2,000 groups of 20 series more than were found, a half judged and told.
 */
record OverviewSpeed(Path file, int calls) {
  private static final double TARGET = 50;
  private static final int WARM = 50;

  /** Processor time tells what a call costs where other programs are at work. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final int GROUPS = 2_000;
  private static final Duration TIME = Duration.ofMinutes(5L * 2_500);

  List<Measure> measure() {
    try (SqliteDatabase database = SqliteDatabase.open(file)) {
      database.change(OverviewSpeed::fill);
      TimeRange all = new TimeRange(Instant.now().minus(TIME), Instant.now());
      GroupFilter filter = GroupFilter.of(all);
      List<Measure> measures = new ArrayList<>();
      for (LaneKind kind : LaneKind.values()) {
        measures.add(
            time(
                database,
                "100 lanes of 200 buckets, " + kind,
                (handle, i) -> LaneBoard.read(handle, filter, kind, Buckets.of(all, 200), 100)));
      }
      measures.add(
          time(
              database,
              "a series of 2,500 points and its week before",
              (handle, i) ->
                  SeriesPicture.read(
                      handle, 1, "orders", i % 5_000, all, ZoneOffset.UTC, SeriesPicture.MOST)));
      for (GroupOrder order : List.of(GroupOrder.NEWEST, GroupOrder.WIDEST)) {
        measures.add(
            time(
                database,
                "20 of all groups, " + order,
                (handle, i) -> GroupPage.read(handle, filter, order, 20 * (i % 50), 20)));
      }
      measures.add(
          time(
              database,
              "20 of the groups of a dimension value",
              (handle, i) ->
                  GroupPage.read(
                      handle,
                      filter.withDimension("store", "s" + i % 50),
                      GroupOrder.SEVEREST,
                      0,
                      20)));
      measures.add(
          time(
              database,
              "20 of the groups with a text",
              (handle, i) ->
                  GroupPage.read(handle, filter.withText("s" + i % 50), GroupOrder.NEWEST, 0, 20)));
      measures.add(
          time(database, "what was checked", (handle, i) -> Checked.read(handle, null, all)));
      measures.add(
          time(
              database,
              "feedback report",
              (handle, i) -> FeedbackReport.read(handle, filter, ZoneOffset.UTC)));
      measures.add(
          time(
              database,
              "the 25 latest words of feedback",
              (handle, i) -> SaidWord.newest(handle, filter, 25)));
      return measures;
    }
  }

  private static void fill(Handle handle) {
    Instant begun = Instant.now().minus(TIME);
    for (int i = 0; i < GROUPS; i++) {
      String id = FoundGroup.idOf(1, "orders", 1_000_000 + i);
      long start = begun.plusSeconds(300L * i).getEpochSecond();
      handle.execute(
          "INSERT INTO anomaly_group SELECT ?, detector, measure, ?, ?, ?, detected, severity, ?, 0, scope,"
              + " direction, peak, value, expected, lower, upper, contributions FROM anomaly_group LIMIT 1",
          id,
          1_000_000 + i,
          start,
          start + 300L * (i % 9),
          i * 37 % 100);
      handle.execute(
          "INSERT INTO anomaly_series SELECT ?, number, ?, ?, 1, 1, 1, 1, 'OUTLIER' FROM series WHERE detector = 1"
              + " AND number >= ? LIMIT 20",
          id,
          i * 41 % 100,
          start,
          i * 7 % 5_000);
      handle.execute(
          "INSERT INTO anomaly_width SELECT anomaly_group, count(*), json_group_array(json_array(series, severity))"
              + " FROM anomaly_series WHERE anomaly_group = ?",
          id);
      handle.execute(
          "INSERT INTO anomaly_value SELECT DISTINCT a.anomaly_group, v.key, v.value FROM anomaly_series a JOIN series s"
              + " ON s.detector = 1 AND s.number = a.series JOIN json_each(s.scope) v WHERE a.anomaly_group = ?",
          id);
      if (i % 2 == 0) {
        handle.execute(
            "INSERT INTO feedback VALUES (?, 1, ?, 0, 'ann', '', '', '')", id, i % 4 / 2);
        handle.execute(
            "INSERT INTO alert_event (event, alert, anomaly_group, kind, severity_class, message, state, attempts,"
                + " created, due) SELECT ?, min(id), ?, 'OPENED', 'MAJOR', '{}', 'SENT', 1, 0, 0 FROM alert",
            id,
            id);
      }
    }
  }

  private Measure time(SqliteDatabase database, String what, BiConsumer<Handle, Integer> call) {
    long[] nanoseconds = new long[calls];
    long[] processor = new long[calls];
    for (int i = -WARM; i < calls; i++) {
      int number = i + WARM;
      long begun = System.nanoTime();
      long used = THREADS.getCurrentThreadCpuTime();
      database.read(
          handle -> {
            call.accept(handle, number);
            return true;
          });
      if (i >= 0) {
        nanoseconds[i] = System.nanoTime() - begun;
        processor[i] = THREADS.getCurrentThreadCpuTime() - used;
      }
    }
    Arrays.sort(processor);
    String costs =
        String.format(Locale.ROOT, " (%.1f ms of a processor)", processor[calls / 2] / 1e6);
    return Measure.percentile95(what + costs, TARGET, nanoseconds);
  }
}
