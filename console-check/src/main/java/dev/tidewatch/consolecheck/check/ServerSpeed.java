package dev.tidewatch.consolecheck.check;

import com.sun.management.OperatingSystemMXBean;
import dev.tidewatch.consolecheck.browser.ConsolePage;
import dev.tidewatch.consolecheck.world.World;
import dev.tidewatch.consolecheck.world.WorldKind;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.overview.Buckets;
import dev.tidewatch.detector.overview.Checked;
import dev.tidewatch.detector.overview.FeedbackReport;
import dev.tidewatch.detector.overview.GroupFilter;
import dev.tidewatch.detector.overview.GroupOrder;
import dev.tidewatch.detector.overview.GroupPage;
import dev.tidewatch.detector.overview.LaneBoard;
import dev.tidewatch.detector.overview.LaneKind;
import dev.tidewatch.detector.overview.SeriesPicture;
import dev.tidewatch.detector.overview.TimeRange;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** How long the server takes for each page, and its database for each question. */
public record ServerSpeed(World world, int calls) {
  private static final double TARGET = 50;

  /** Of all that was found, as a file: no page, and nobody waits with a finger on a key. */
  private static final String EXPORT = "/anomalies.csv?sev=3&from=-198h";

  private static final double EXPORT_TARGET = 250;
  private static final int WARM = 100;
  private static final TimeRange ALL =
      new TimeRange(World.NOW.minus(Duration.ofDays(9)), World.NOW);

  /** Processor time tells what a call costs where other programs are at work. */
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** The pages, as a browser gets them. */
  List<Measure> pages() {
    SignedIn visitor = new SignedIn(world.url(), world.link(Role.ADMIN));
    List<String> paths =
        Stream.concat(
                Arrays.stream(ConsolePage.values())
                    .filter(page -> page.isIn(WorldKind.LARGE))
                    .map(page -> page.path(world)),
                Stream.of(
                    BrowserSpeed.LANES,
                    "/?lanes=series&sev=3&from=-198h",
                    "/?q=item-04&sev=3&from=-198h",
                    EXPORT,
                    "/d/large/series/777.json?measure=orders&from=2026-11-18T00:00:00Z&to=2026-11-27T17:00:00Z"))
            .toList();
    List<Measure> measures = new ArrayList<>();
    for (String path : paths) {
      int bytes;
      try {
        bytes = visitor.ask(path).length;
      } catch (IllegalStateException refused) {
        measures.add(
            new Measure("page " + path, "an answer", String.valueOf(refused.getMessage()), false));
        continue;
      }
      String what = String.format(Locale.ROOT, "page %s (%,d bytes packed)", path, bytes);
      double target = path.equals(EXPORT) ? EXPORT_TARGET : TARGET;
      measures.add(time(what, target, number -> visitor.ask(path)));
    }
    return measures;
  }

  /** A question to the database. */
  private record Question(String what, Asking asking) {}

  /** Asks, for the how manieth time. */
  @FunctionalInterface
  private interface Asking {
    Object ask(Handle handle, int number);
  }

  /** What the pages ask the database. */
  List<Measure> questions() {
    GroupFilter filter = GroupFilter.of(ALL);
    List<Question> questions = new ArrayList<>();
    for (LaneKind kind : LaneKind.values()) {
      questions.add(
          new Question(
              "50 lanes of 100 buckets, " + kind,
              (handle, i) -> LaneBoard.read(handle, filter, kind, Buckets.of(ALL, 100), 50)));
    }
    for (GroupOrder order : GroupOrder.values()) {
      questions.add(
          new Question(
              "20 of all groups, " + order,
              (handle, i) -> GroupPage.read(handle, filter, order, 20 * (i % 10), 20)));
    }
    questions.add(
        new Question(
            "20 of the groups of a dimension value",
            (handle, i) ->
                GroupPage.read(
                    handle,
                    filter.withDimension("store", "s%02d".formatted(i % 50)),
                    GroupOrder.SEVEREST,
                    0,
                    20)));
    questions.add(
        new Question(
            "20 of the groups with a text",
            (handle, i) ->
                GroupPage.read(
                    handle, filter.withText("item-" + i % 9), GroupOrder.NEWEST, 0, 20)));
    questions.add(
        new Question(
            "a series of 2,500 points and its week before",
            (handle, i) ->
                SeriesPicture.read(
                    handle, 1, "orders", i % 5_000, ALL, ZoneOffset.UTC, SeriesPicture.MOST)));
    questions.add(new Question("what was checked", (handle, i) -> Checked.read(handle, null, ALL)));
    questions.add(
        new Question(
            "feedback report", (handle, i) -> FeedbackReport.read(handle, filter, ZoneOffset.UTC)));
    return questions.stream()
        .map(
            question ->
                time(
                    question.what(),
                    TARGET,
                    number -> world.read(handle -> question.asking().ask(handle, number))))
        .toList();
  }

  private Measure time(String what, double target, IntConsumer call) {
    long[] nanoseconds = new long[calls];
    for (int i = 0; i < WARM; i++) {
      call.accept(i);
    }
    long used = SYSTEM.getProcessCpuTime();
    for (int i = 0; i < calls; i++) {
      long begun = System.nanoTime();
      call.accept(WARM + i);
      nanoseconds[i] = System.nanoTime() - begun;
    }
    long processor = (SYSTEM.getProcessCpuTime() - used) / calls;
    return Measure.percentile95(what, target, nanoseconds, processor);
  }
}
