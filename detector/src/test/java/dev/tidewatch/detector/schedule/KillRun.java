package dev.tidewatch.detector.schedule;

import static org.awaitility.Awaitility.await;

import dev.tidewatch.detector.catalog.AlertDraft;
import dev.tidewatch.detector.catalog.Alerts;
import dev.tidewatch.detector.catalog.DetectorDraft;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.child.ClockedServer;
import dev.tidewatch.detector.child.LocalStation;
import dev.tidewatch.detector.child.RunningDatabase;
import dev.tidewatch.detector.child.ServerProcess;
import dev.tidewatch.detector.child.Trade;
import dev.tidewatch.detector.store.SqliteDatabase;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.Action;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.sqs.model.Message;

/** One detector's life in servers that die and are started again, until all is done. */
final class KillRun {
  /** When a server is to die: at the so-and-so-manieth time it reaches a step. */
  record Death(RunStep step, int occurrence) {
    @Override
    public String toString() {
      return step + " " + occurrence;
    }
  }

  /** What it came to. */
  record Outcome(KillRecord kept, List<Message> messages, List<Death> deaths) {}

  private final LocalStation station;
  private final Path folder;
  private final String name;
  private final Path keys;
  private final List<Death> deaths = new ArrayList<>();

  KillRun(LocalStation station, Path folder, String name) {
    this.station = station;
    this.folder = folder;
    this.name = name;
    this.keys = LocalStation.keys(folder);
  }

  /**
   * Lets servers learn and then catch up, each with a death of its own until there are no more.
   *
   * @param learning deaths while they learn
   * @param live deaths while they run intervals
   */
  Outcome run(List<Death> learning, List<Death> live) {
    String topic = station.topic(name);
    try (SqliteDatabase database = SqliteDatabase.open(file())) {
      database.change(handle -> declare(handle, topic));
    }
    until(
        KillData.ACTIVATED,
        learning,
        "SELECT count(*) FROM detector WHERE status = '" + AnomalyDetectorStatus.ACTIVE + "'");
    until(
        KillData.LATE,
        live,
        "SELECT count(*) FROM progress WHERE next_interval = "
            + KillData.END.getEpochSecond()
            + " AND NOT EXISTS (SELECT * FROM alert_event WHERE state = 'PENDING')");
    try (SqliteDatabase database = SqliteDatabase.open(file())) {
      return new Outcome(database.read(KillRecord::of), messages(), deaths);
    }
  }

  private Path file() {
    return folder.resolve("detector.db");
  }

  private void declare(Handle handle, String topic) {
    Instant now = KillData.ACTIVATED;
    long id =
        Detectors.insert(handle, new DetectorDraft("kills", null, IntervalLength.PT5M, null), now)
            .id();
    MetricSets.insert(
        handle,
        id,
        CreateMetricSetRequest.builder()
            .metricSetName("trade")
            .dimensionList(Trade.dimensions())
            .offset(60)
            .timezone("UTC")
            .timestampColumn(c -> c.columnName("time").columnFormat("UNIX"))
            .metricList(
                KillData.TRADE.measures().stream()
                    .map(m -> Metric.builder().metricName(m).aggregationFunction("SUM").build())
                    .toList())
            .metricSource(station.source(KillData.DETECTOR))
            .build(),
        now);
    Action action =
        Action.builder()
            .snsConfiguration(s -> s.roleArn(LocalStation.ROLE).snsTopicArn(topic))
            .build();
    Alerts.insert(handle, id, "kills", new AlertDraft(null, 0, action, null), now);
    Detectors.setStatus(handle, id, AnomalyDetectorStatus.ACTIVATING, now);
  }

  private void until(Instant clock, List<Death> planned, String done) {
    Deque<Death> coming = new ArrayDeque<>(planned);
    while (true) {
      Death death = coming.poll();
      try (ServerProcess server = start(clock, death)) {
        await()
            .atMost(Duration.ofSeconds(90))
            .pollInterval(Duration.ofMillis(50))
            .until(() -> !server.isAlive() || isDone(done));
        if (!isDone(done) || !coming.isEmpty()) {
          int code = server.exitCode();
          if (code != ClockedServer.KILLED || death == null) {
            throw new IllegalStateException("the server ended with " + code + ", not by " + death);
          }
          deaths.add(death);
          continue;
        }
        if (!server.isAlive() && death != null) {
          deaths.add(death);
        }
        return;
      }
    }
  }

  private boolean isDone(String question) {
    return RunningDatabase.ask(file(), question).get(0)[0] > 0;
  }

  private ServerProcess start(Instant clock, @Nullable Death death) {
    List<String> arguments = new ArrayList<>();
    arguments.add(folder.toString());
    arguments.add(keys.toString());
    arguments.add(Long.toString(Duration.between(Instant.now(), clock).toMillis()));
    arguments.add("2");
    if (death != null) {
      arguments.add(death.step().name());
      arguments.add(Integer.toString(death.occurrence()));
    }
    return ServerProcess.clocked(
        station.environment(), folder.resolve("server.log"), ServerProcess.SHORT, arguments);
  }

  private List<Message> messages() {
    List<Message> all = new ArrayList<>();
    List<Message> some = station.receive(name, 1);
    while (!some.isEmpty()) {
      all.addAll(some);
      some = station.receive(name, 1);
    }
    return all;
  }
}
