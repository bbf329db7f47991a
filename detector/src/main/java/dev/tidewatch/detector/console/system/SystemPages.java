package dev.tidewatch.detector.console.system;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.console.web.Place;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.console.words.Bytes;
import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.detector.store.Database;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** How the server is: its process, its store, what waits to be sent. */
public final class SystemPages {
  private final Database database;

  public SystemPages(Database database) {
    this.database = requireNonNull(database, "database");
  }

  /** How much of something there is. */
  public record Fact(String name, String value) {}

  /**
   * @param trouble why nothing can be written; empty while it can
   */
  public record Page(String trouble, List<Fact> process, List<Fact> store) {}

  public void show(Visit visit) {
    visit.show(
        "system.jte",
        Place.SYSTEM,
        "System",
        new Page(
            database.writeTrouble().orElse(""),
            process(visit.now()),
            database.read(SystemPages::store)));
  }

  private static List<Fact> process(Instant clock) {
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    Duration up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    return List.of(
        new Fact("Java", Runtime.version().toString()),
        new Fact("Running for", Times.length(up)),
        new Fact("Memory", Bytes.words(used) + " of at most " + Bytes.words(runtime.maxMemory())),
        new Fact("Machine's clock", second(Clock.systemUTC().instant())),
        new Fact("Detectors' clock", second(clock)));
  }

  private static String second(Instant time) {
    return Instant.ofEpochSecond(time.getEpochSecond()).toString();
  }

  private static List<Fact> store(Handle handle) {
    long pages = number(handle, "PRAGMA page_count") * number(handle, "PRAGMA page_size");
    return List.of(
        new Fact("Database", Bytes.words(pages)),
        count(handle, "Detectors", "detector WHERE id NOT IN (SELECT detector FROM trial)"),
        count(handle, "Trials of settings", "trial"),
        count(handle, "Time series", "series"),
        count(handle, "Runs in the logs", "execution"),
        count(handle, "Anomalies", "anomaly_group"),
        count(handle, "Alerts waiting to be sent", "alert_event WHERE state = 'PENDING'"),
        count(handle, "Alerts given up", "alert_event WHERE state = 'FAILED'"));
  }

  private static Fact count(Handle handle, String name, String what) {
    long count = number(handle, "SELECT count(*) FROM " + what);
    return new Fact(name, String.format(Locale.ROOT, "%,d", count));
  }

  private static long number(Handle handle, String question) {
    return handle.createQuery(question).mapTo(Long.class).one();
  }
}
