package dev.tidewatch.detector.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.alerting.AlertCondition;
import dev.tidewatch.detector.alerting.DimensionFilter;
import dev.tidewatch.detector.anomaly.FeedbackBook;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.anomaly.Point;
import dev.tidewatch.detector.overview.FeedbackReport.Line;
import dev.tidewatch.detector.overview.FeedbackReport.Words;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two shops; of revenue in s1 and s2, of orders in s2, and of the other shop's revenue in s1. */
class OverviewTest {
  private static final TimeRange DAY =
      new TimeRange(Findings.START, Findings.START.plus(Duration.ofDays(1)));

  @TempDir Path folder;
  private SqliteDatabase database;
  private String revenue;
  private String orders;
  private String other;

  @BeforeEach
  void open() {
    database = SqliteDatabase.open(folder.resolve("detector.db"));
    database.change(
        handle -> {
          Findings found = new Findings(handle);
          found.detector(1, "shop");
          found.detector(2, "outlet_1");
          revenue = found.group(1, "revenue", 1, 0, 2, 60, false, "s1", "s2");
          orders = found.group(1, "orders", 1, 24, 1, 90, true, "s2");
          other = found.group(2, "revenue", 1, 30, 5, 30, false, "s1");
          found.group(1, "revenue", 2, 1_000, 1, 99, false, "s1");
          found.checked(1, 0, "COMPLETED");
          found.checked(1, 1, "FAILED");
          found.checked(2, 1, "COMPLETED");
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void showsTheHighestSeverityOfEachBucket() {
    LaneBoard board = lanes(LaneKind.OVERALL, GroupFilter.of(DAY), 10);
    assertThat(board.buckets().width()).isEqualTo(Duration.ofHours(1));
    assertThat(board.total()).isEqualTo(1);
    List<Double> severities = board.lanes().get(0).severities();
    assertThat(severities).hasSize(24).startsWith(60.0, 0.0, 90.0, 0.0);
    assertThat(board.lanes().get(0).highest()).isEqualTo(90);
    assertThat(lanes(LaneKind.OVERALL, GroupFilter.of(DAY).withDetector(2), 10).lanes().get(0))
        .satisfies(lane -> assertThat(lane.severities()).startsWith(0.0, 0.0, 30.0, 0.0));
  }

  @Test
  void showsTheMostSevereLanesAndCountsAll() {
    LaneBoard board = lanes(LaneKind.MEASURE, GroupFilter.of(DAY), 2);
    assertThat(board.total()).isEqualTo(3);
    assertThat(board.lanes())
        .extracting(lane -> lane.detector() + " " + lane.measure() + " " + lane.highest())
        .containsExactly("shop orders 90.0", "shop revenue 60.0");
    assertThat(lanes(LaneKind.MEASURE, GroupFilter.of(DAY).withLeastSeverity(60), 9).total())
        .isEqualTo(2);
  }

  @Test
  void showsValuesThatExplainGroups() {
    assertThat(lanes(LaneKind.DIMENSION_VALUE, GroupFilter.of(DAY), 9).lanes())
        .extracting(lane -> lane.scope().values() + " " + lane.highest())
        .containsExactly("{store=s2} 90.0", "{store=s1} 60.0");
  }

  @Test
  void showsSeries() {
    LaneBoard board = lanes(LaneKind.SERIES, GroupFilter.of(DAY), 9);
    assertThat(board.lanes())
        .extracting(lane -> lane.detector() + " " + lane.measure() + " " + lane.scope().values())
        .containsExactly(
            "shop orders {store=s2}",
            "shop revenue {store=s1}",
            "shop revenue {store=s2}",
            "outlet_1 revenue {store=s1}");
    assertThat(board.lanes().get(0).highest()).isEqualTo(89);
    assertThat(lanes(LaneKind.SERIES, GroupFilter.of(DAY), 1).total()).isEqualTo(4);
  }

  @Test
  void findsGroupsByEachPartOfAFilter() {
    GroupFilter all = GroupFilter.of(DAY);
    assertThat(ids(all)).containsExactly(other, orders, revenue);
    assertThat(ids(all.withDetector(1))).containsExactly(orders, revenue);
    assertThat(ids(all.withLeastSeverity(60.5))).containsExactly(orders);
    assertThat(ids(all.withMeasure("revenue"))).containsExactly(other, revenue);
    assertThat(ids(all.withDimension("store", "s2"))).containsExactly(orders, revenue);
    assertThat(ids(all.withDimension("store", "rest"))).isEmpty();
    assertThat(ids(all.withState(GroupFilter.State.OPEN))).containsExactly(orders);
    assertThat(ids(all.withState(GroupFilter.State.OVER))).containsExactly(other, revenue);
    assertThat(ids(all.withText("ORDER"))).containsExactly(orders);
    assertThat(ids(all.withText("outlet_"))).containsExactly(other);
    assertThat(ids(all.withText("shop_"))).as("marks stand for themselves").isEmpty();
    assertThat(ids(all.withText("%"))).isEmpty();
    assertThat(ids(all.withText("s2"))).containsExactly(orders);
    assertThat(ids(all.withText(revenue.substring(0, 9)))).containsExactly(revenue);
    TimeRange second = new TimeRange(Findings.time(1), Findings.time(2));
    assertThat(ids(GroupFilter.of(second))).containsExactly(revenue);
  }

  @Test
  void sortsAndPagesWithTheTotal() {
    GroupFilter all = GroupFilter.of(DAY);
    assertThat(ids(all, GroupOrder.SEVEREST)).containsExactly(orders, revenue, other);
    assertThat(ids(all, GroupOrder.OLDEST)).containsExactly(revenue, orders, other);
    assertThat(ids(all, GroupOrder.LONGEST)).containsExactly(other, revenue, orders);
    assertThat(ids(all, GroupOrder.WIDEST)).containsExactly(revenue, other, orders);
    assertThat(ids(all, GroupOrder.MEASURE)).containsExactly(orders, other, revenue);
    GroupPage second = read(handle -> GroupPage.read(handle, all, GroupOrder.NEWEST, 2, 2));
    assertThat(second.groups()).extracting(FoundGroup::id).containsExactly(revenue);
    assertThat(second.total()).isEqualTo(3);
    GroupPage beyond = read(handle -> GroupPage.read(handle, all, GroupOrder.NEWEST, 9, 2));
    assertThat(beyond).isEqualTo(new GroupPage(List.of(), 3));
  }

  @Test
  void findsAGroupByTheBeginningOfItsId() {
    assertThat(beginningWith(revenue.substring(0, 8))).containsExactly(revenue);
    assertThat(beginningWith("zzzzzzzz")).isEmpty();
    assertThat(beginningWith("")).hasSize(2);
  }

  @Test
  void saysWhatWasChecked() {
    assertThat(this.<Checked>read(handle -> Checked.read(handle, null, DAY)))
        .isEqualTo(new Checked(3, 2, 90));
    assertThat(this.<Checked>read(handle -> Checked.read(handle, 2L, DAY)))
        .isEqualTo(new Checked(1, 1, 30));
    TimeRange quiet = new TimeRange(Findings.time(400), Findings.time(401));
    assertThat(this.<Checked>read(handle -> Checked.read(handle, 1L, quiet)))
        .isEqualTo(new Checked(2, 0, 0));
  }

  @Test
  void reportsTheLastWordOnEachGroupAndWhatPeopleGot() {
    database.change(
        handle -> {
          judge(handle, revenue, 1, false, 1);
          judge(handle, revenue, 2, true, 2);
          judge(handle, other, 1, false, 1);
          handle.execute(
              "INSERT INTO alert (id, detector, name, threshold, type, status, action, created, modified)"
                  + " VALUES (1, 1, 'a', 0, 'SNS', 'ACTIVE', '{}', 0, 0)");
          told(handle, revenue, "OPENED", "SENT");
          told(handle, revenue, "ENDED", "SENT");
          told(handle, orders, "OPENED", "MUTED");
        });
    FeedbackReport report = report(DAY);
    Optional<Duration> before = Optional.of(Duration.ZERO); // found before the interval's end
    assertThat(report.lines())
        .containsExactly(
            new Line("outlet_1", "revenue", 1, new Words(0, 0, 1, 0), before, 0),
            new Line("shop", "orders", 1, new Words(0, 0, 0, 0), before, 0),
            new Line("shop", "revenue", 1, new Words(1, 0, 0, 0), before, 7));
    assertThat(report.lines())
        .extracting(line -> line.words().precision())
        .containsExactly(OptionalDouble.of(0), OptionalDouble.empty(), OptionalDouble.of(1));
  }

  private FeedbackReport report(TimeRange range) {
    return read(handle -> FeedbackReport.read(handle, GroupFilter.of(range), ZoneOffset.UTC));
  }

  private static void say(Handle handle, String group, String word, long minute) {
    FeedbackBook.put(
        handle,
        new FeedbackBook.Entry(
            group,
            1,
            word.equals("CONFIRMED"),
            Findings.START.plusSeconds(60 * minute),
            "ann",
            "n",
            word,
            "c"));
  }

  @Test
  void reportsWhatExactlyWasSaidAndHowLongItTookToFind() {
    database.change(
        handle -> {
          say(handle, revenue, "EXPECTED", 9);
          say(handle, orders, "NEW_TREND", 8);
          say(handle, other, "CONFIRMED", 7);
          handle.execute("UPDATE anomaly_group SET detected = (started + 300 + 90) * 1000");
          handle.execute("INSERT INTO progress VALUES (2, 'BACKTEST', 0, 0, 0, 0, 0, 0)");
        });
    Optional<Duration> detection = Optional.of(Duration.ofSeconds(90));
    assertThat(report(DAY).lines())
        .containsExactly(
            new Line("outlet_1", "revenue", 1, new Words(1, 0, 0, 0), Optional.empty(), 0),
            new Line("shop", "orders", 1, new Words(0, 0, 0, 1), detection, 0),
            new Line("shop", "revenue", 1, new Words(0, 1, 0, 0), detection, 0));
    List<SaidWord> said = read(handle -> SaidWord.newest(handle, GroupFilter.of(DAY), 2));
    assertThat(said)
        .extracting(each -> each.detector() + " " + each.measure() + " " + each.word())
        .containsExactly("shop revenue EXPECTED", "shop orders NEW_TREND");
  }

  @Test
  void reportsEveryWeekFromItsMonday() {
    TimeRange weeks =
        new TimeRange(Findings.START.minus(Duration.ofDays(14)), Findings.time(1_001));
    assertThat(report(weeks).weeks())
        .extracting(week -> week.monday() + " " + week.groups())
        .containsExactly("2026-11-02 0", "2026-11-09 0", "2026-11-16 3", "2026-11-23 1");
  }

  @Test
  void countsWhatAnAlertWouldHaveToldOf() {
    Instant end = Findings.time(2_000);
    FiringCounts all = firing(Set.of(), List.of(), end);
    assertThat(List.of(all.at(0), all.at(60), all.at(61), all.at(100))).containsExactly(3, 3, 2, 0);
    assertThat(firing(Set.of("orders"), List.of(), end).at(0)).isEqualTo(1);
    DimensionFilter first = new DimensionFilter("store", List.of("s1", "s9"));
    assertThat(firing(Set.of(), List.of(first), end).at(0)).isEqualTo(2);
    DimensionFilter second = new DimensionFilter("store", List.of("s2"));
    assertThat(firing(Set.of(), List.of(first, second), end).at(0)).isEqualTo(1);
    assertThat(firing(Set.of(), List.of(), Findings.time(1_000)).at(0)).isEqualTo(2);
  }

  private FiringCounts firing(Set<String> measures, List<DimensionFilter> filters, Instant end) {
    AlertCondition condition = new AlertCondition(50, measures, filters);
    TimeRange range = new TimeRange(Findings.START, end);
    return read(handle -> FiringCounts.read(handle, 1, condition, range));
  }

  @Test
  void showsASeriesBesideItsWeekBefore() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant summer = Instant.parse("2026-10-20T10:00:00Z");
    Instant winter = Instant.parse("2026-10-27T11:00:00Z"); // the same hour in Berlin
    database.change(
        handle -> {
          new Findings(handle).point(1, "revenue", summer, 5, 6);
          new Findings(handle).point(1, "revenue", winter, 7, 8);
        });
    SeriesPicture picture =
        read(
            handle ->
                SeriesPicture.read(
                    handle,
                    1,
                    "revenue",
                    1,
                    new TimeRange(winter, winter.plusSeconds(300)),
                    berlin,
                    SeriesPicture.MOST));
    assertThat(picture.before().from()).isEqualTo(summer);
    assertThat(picture.points()).containsExactly(new Point(winter, 8, 1, 0, 2, 0));
    assertThat(picture.earlier()).containsExactly(new Point(summer, 6, 1, 0, 2, 0));
  }

  private static void judge(
      Handle handle, String group, long series, boolean relevant, int second) {
    FeedbackBook.put(
        handle,
        FeedbackBook.Entry.plain(
            group, series, relevant, Findings.START.plusSeconds(second), "ann"));
  }

  private static void told(Handle handle, String group, String kind, String state) {
    handle.execute(
        "INSERT INTO alert_event (event, alert, anomaly_group, kind, severity_class, message, state, attempts,"
            + " created, due) VALUES (?, 1, ?, ?, 'MAJOR', '{}', ?, 1, 0, 0)",
        group + kind,
        group,
        kind,
        state);
  }

  private LaneBoard lanes(LaneKind kind, GroupFilter filter, int most) {
    return read(handle -> LaneBoard.read(handle, filter, kind, Buckets.of(DAY, 24), most));
  }

  private List<String> ids(GroupFilter filter) {
    return ids(filter, GroupOrder.NEWEST);
  }

  private List<String> ids(GroupFilter filter, GroupOrder order) {
    GroupPage page = read(handle -> GroupPage.read(handle, filter, order, 0, 50));
    assertThat(page.total()).isEqualTo(page.groups().size());
    return new ArrayList<>(page.groups().stream().map(FoundGroup::id).toList());
  }

  private List<String> beginningWith(String prefix) {
    return read(handle -> Groups.startingWith(handle, prefix, 2)).stream()
        .map(FoundGroup::id)
        .toList();
  }

  private <T> T read(Function<Handle, T> question) {
    return database.read(question);
  }
}
