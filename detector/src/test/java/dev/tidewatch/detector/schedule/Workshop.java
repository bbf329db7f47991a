package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.DetectorDraft;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.Room;
import dev.tidewatch.detector.store.SqliteDatabase;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/** One detector over a shop's data, whose clock the test sets, whose server it may kill. */
final class Workshop implements AutoCloseable, Datasets {
  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  static final Duration INTERVAL = Duration.ofMinutes(5);
  static final Duration OFFSET = Duration.ofMinutes(1);

  final Shop shop = new Shop();
  final SettableClock clock = new SettableClock(START.plus(OFFSET));
  Dataset dataset = Shop.dataset(IntervalLength.PT5M, OFFSET);
  int mostMetrics = 5_000;
  boolean forest;
  RunObserver observer = RunObserver.NONE;

  private final Room room;
  private final Path file;
  private SqliteDatabase database;
  private DetectorLoop loop;
  private final long id;

  Workshop(Path folder) {
    this(folder, Room.of(100_000_000));
  }

  Workshop(Path folder, Room room) {
    this.room = room;
    file = folder.resolve("detector.db");
    database = SqliteDatabase.open(file);
    id =
        database.write(
            handle ->
                Detectors.insert(
                        handle, new DetectorDraft("shop", null, IntervalLength.PT5M, null), START)
                    .id());
    loop = newLoop();
  }

  /** A clock that stands still until it is set. */
  static final class SettableClock implements InstantSource {
    private volatile Instant now;

    SettableClock(Instant now) {
      this.now = now;
    }

    void set(Instant time) {
      now = time;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private DetectorLoop newLoop() {
    WorkPlace place =
        new WorkPlace(
            database,
            this,
            shop,
            new Told(),
            clock,
            Runnable::run,
            new EngineRoom(room),
            RunCounter.NONE,
            step -> observer.reached(step));
    return new DetectorLoop(place, id, detector -> {});
  }

  void status(AnomalyDetectorStatus status) {
    database.change(handle -> Detectors.setStatus(handle, id, status, clock.instant()));
  }

  AnomalyDetectorStatus status() {
    return detector().status();
  }

  Detector detector() {
    return database.read(handle -> Detectors.find(handle, id)).orElseThrow();
  }

  Optional<Instant> step() {
    return loop.step();
  }

  /** Steps until nothing is due before the time the clock shows. */
  void settle() {
    Optional<Instant> next = loop.step();
    while (next.isPresent() && !next.get().isAfter(clock.instant())) {
      next = loop.step();
    }
  }

  /** Lets time pass until an interval, counted from {@link #START}, has been run. */
  void runThrough(int interval) {
    clock.set(START.plus(INTERVAL.multipliedBy(interval + 1L)).plus(OFFSET));
    settle();
  }

  static Instant at(int interval) {
    return START.plus(INTERVAL.multipliedBy(interval));
  }

  /** As after a crash: what was in memory is gone. */
  void restart() {
    database.close();
    database = SqliteDatabase.open(file);
    loop = newLoop();
  }

  /** As a server does first that is told to stop. */
  void stop() {
    loop.stop();
  }

  void stopAndStart() {
    loop.close();
    restart();
  }

  <T> T ask(java.util.function.Function<Handle, T> question) {
    return database.read(question);
  }

  /** As a disk that has room for so many pages more. */
  void leaveRoom(int pages) {
    database.change(
        handle -> {
          long now = handle.createQuery("PRAGMA page_count").mapTo(Long.class).one();
          handle.createQuery("PRAGMA max_page_count = " + (now + pages)).mapTo(Long.class).one();
        });
  }

  /** What the detector log says of failed intervals and of those with a reason. */
  List<String> reasons() {
    return ask(
        handle ->
            handle
                .createQuery(
                    "SELECT interval || ' ' || status || ' ' || failure_reason FROM execution"
                        + " WHERE failure_reason IS NOT NULL ORDER BY interval")
                .mapTo(String.class)
                .list());
  }

  void damageSnapshot() {
    database.change(
        handle ->
            handle.execute(
                "UPDATE engine SET snapshot = substr(snapshot, 1, length(snapshot) - 9)"));
  }

  long id() {
    return id;
  }

  /** Everything that was found and told, as text; without what tells of the clock. */
  List<String> everything() {
    return database.write(
        handle -> {
          List<String> lines = new ArrayList<>(Told.all(handle));
          for (String table :
              List.of(
                  "SELECT id, measure, number, started, ended, severity, told, open, scope, direction, peak, value,"
                      + " expected, lower, upper, contributions FROM anomaly_group ORDER BY id",
                  "SELECT * FROM anomaly_series ORDER BY anomaly_group, series",
                  "SELECT * FROM anomaly_width ORDER BY anomaly_group",
                  "SELECT * FROM anomaly_value ORDER BY anomaly_group, dimension, value",
                  "SELECT * FROM anomaly_relation ORDER BY anomaly_group, measure",
                  "SELECT number, scope FROM series ORDER BY number",
                  "SELECT interval, status, failure_reason FROM execution ORDER BY interval",
                  "SELECT next_interval, learnt, missing, evaluated_from FROM progress")) {
            handle.createQuery(table).mapToMap().forEach(row -> lines.add(row.toString()));
          }
          return lines;
        });
  }

  @Override
  public Dataset of(Handle handle, Detector detector) {
    return dataset;
  }

  @Override
  public boolean forest() {
    return forest;
  }

  @Override
  public int mostMetrics(Detector detector) {
    return mostMetrics;
  }

  @Override
  public void close() {
    database.close();
  }
}
