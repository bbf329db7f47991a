package dev.tidewatch.detector.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.schedule.RunObserver;
import dev.tidewatch.detector.server.DetectorServer;
import dev.tidewatch.detector.server.ServerConfiguration;
import dev.tidewatch.detector.store.SqliteDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole server with sample data: real files, the real schedule and engine. */
class SampleDataTest {
  /** The shop is made backwards from the clock's time: of one day it is always the same. */
  private static final Clock CLOCK = clockFrom(Instant.parse("2026-11-20T10:01:00Z"));

  /** As if the server had been off for a while. */
  private static final Clock LATER = Clock.offset(CLOCK, Duration.ofMinutes(25));

  @TempDir Path data;

  private DetectorServer server(Clock clock) {
    ServerConfiguration configuration = ServerConfiguration.defaults().withData(data).withPort(0);
    return DetectorServer.start(configuration, clock, RunObserver.NONE);
  }

  @Test
  void findsWhatIsPlantedGoesOnAfterARestartAndIsRemoved() {
    SampleRequests requests = new SampleRequests(data, CLOCK);
    try (DetectorServer server = server(CLOCK);
        SqliteDatabase database = SqliteDatabase.besideOthers(data.resolve("detector.db"))) {
      assertThat(server.port()).isPositive();
      requests.load();
      waitFor(() -> isUpToDate(database, CLOCK));
      List<FoundGroup> found = found(database);
      SampleWish wish = SampleRequests.folder(data).wish().orElseThrow();
      Incident.ofCycle()
          .forEach(incident -> assertThat(found).anyMatch(group -> tells(group, incident, wish)));
      assertThat(found.size()).isBetween(12, 30);
      assertThat(found).anyMatch(group -> group.told() < 60).anyMatch(group -> group.told() > 90);
    }
    try (DetectorServer server = server(LATER);
        SqliteDatabase database = SqliteDatabase.besideOthers(data.resolve("detector.db"))) {
      assertThat(server.port()).isPositive();
      waitFor(() -> isUpToDate(database, LATER));
      long failed =
          database.read(
              handle ->
                  handle
                      .createQuery("SELECT count(*) FROM execution WHERE status <> 'COMPLETED'")
                      .mapTo(Long.class)
                      .one());
      assertThat(failed).isZero();
      requests.remove();
      waitFor(() -> !Files.exists(data.resolve("sample")));
      int detectors = database.read(Detectors::count);
      assertThat(detectors).isZero();
    }
  }

  private static Clock clockFrom(Instant start) {
    Clock machine = Clock.systemUTC();
    return Clock.offset(machine, Duration.between(machine.instant(), start));
  }

  private static boolean isUpToDate(SqliteDatabase database, Clock clock) {
    long next =
        database.read(
            handle ->
                handle
                    .createQuery("SELECT coalesce(max(next_interval), 0) FROM progress")
                    .mapTo(Long.class)
                    .one());
    return Instant.ofEpochSecond(next).isAfter(clock.instant().minus(Duration.ofMinutes(6)));
  }

  private static List<FoundGroup> found(SqliteDatabase database) {
    return database.read(
        handle ->
            Groups.during(
                handle,
                Detectors.find(handle, SampleDetector.NAME).orElseThrow().id(),
                Instant.EPOCH,
                CLOCK.instant()));
  }

  private static boolean tells(FoundGroup group, Incident incident, SampleWish wish) {
    Instant begin = wish.anchor().minus(Incident.CYCLE).plus(incident.begins());
    Instant end = begin.plus(incident.lasts());
    String marketplace = group.scope().values().getOrDefault("marketplace", "");
    return incident.factors().containsKey(group.measure())
        && marketplace.equals(incident.marketplace())
        && group.start().isBefore(end)
        && !group.end().isBefore(begin);
  }

  private static void waitFor(Callable<Boolean> condition) {
    await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(50)).until(condition);
  }
}
