package dev.tidewatch.detector.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.alerting.message.AlertContent;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.overview.Findings;
import dev.tidewatch.detector.store.SqliteDatabase;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.scoring.cube.Scope;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertDeskTest {
  private static final Instant NOW = Facts.START.plusSeconds(600);
  private static final String GROUP = FoundGroup.idOf(1, "revenue", 1);
  private static final String FIRST = Facts.NAMES.alertEvent("alert-1", GROUP);

  @TempDir Path folder;
  private SqliteDatabase database;
  private final AlertDesk desk = new AlertDesk(Facts.NAMES, Facts.LINKS, 3);

  @BeforeEach
  void open() {
    database = SqliteDatabase.open(folder.resolve("detector.db"));
    database.change(handle -> Facts.declare(handle, 50, "JSON"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void tellsAGroupsLifeUnderIdsThatFollowFromIt() {
    for (double severity : new double[] {40, 60, 61, 80, 99, 30}) {
      interval(severity, true);
    }
    interval(30, false);
    interval(30, false);
    assertThat(events())
        .containsExactly(
            FIRST + " PENDING", FIRST + "/raised-critical PENDING", FIRST + "/ended PENDING");
  }

  @Test
  void keepsNothingOfAnIntervalThatIsGivenUp() {
    try {
      database.change(
          handle -> {
            desk.decide(handle, 1, List.of(Facts.change(1, 90, true)), NOW);
            throw new IllegalStateException("crash");
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("crash");
    }
    assertThat(events()).isEmpty();
    interval(90, true);
    assertThat(events()).containsExactly(FIRST + " PENDING");
  }

  @Test
  void freezesWhatItTells() {
    interval(90, true);
    AlertContent content = history().get(0).content();
    assertThat(content.link()).isEqualTo("https://host/d/shop/a/" + GROUP);
    assertThat(content.anomaly()).isNotNull();
    assertThat(content.anomaly().relevant()).hasSize(1);
    database.change(handle -> handle.execute("UPDATE alert SET threshold = 99, name = 'other'"));
    assertThat(history().get(0).content()).isEqualTo(content);
  }

  @Test
  void repeatsOnceAtATimeWhatWasToldUnderAnIdOfItsOwn() {
    database.change(handle -> new Findings(handle).group(1, "revenue", 1, 1, 1, 90, true, "uk"));
    interval(90, true);
    long waiting = history().get(0).id();
    assertThat(again(waiting)).isEmpty();
    settle("SENT");
    assertThat(again(waiting)).isPresent();
    assertThat(again(waiting)).isEmpty();
    assertThat(events()).containsExactly(FIRST + " SENT", FIRST + "/repeat-" + NOW + " PENDING");
    settle("SENT");
    AlertEvent repeat = history().get(0);
    assertThat(repeat.reason()).isEqualTo("opened, repeated");
    assertThat(repeat.content().under(FIRST)).isEqualTo(history().get(1).content());
    interval(90, true);
    assertThat(events()).hasSize(2);
  }

  private Optional<AlertEvent> again(long event) {
    return database.write(handle -> AlertRepeats.add(handle, GROUP, event, NOW));
  }

  private void settle(String state) {
    database.change(handle -> handle.execute("UPDATE alert_event SET state = ?", state));
  }

  @Test
  void recordsWhatAMuteSwallowsAndTellsNoEndOfIt() {
    mute("revenue", Map.of("marketplace", "uk"));
    interval(60, true);
    interval(30, false);
    assertThat(events()).containsExactly(FIRST + " MUTED");
  }

  @Test
  void tellsARiseAfterAMute() {
    mute("", Map.of());
    interval(60, true);
    database.change(handle -> handle.execute("UPDATE mute SET until = 0"));
    interval(61, true);
    interval(80, true);
    interval(30, false);
    assertThat(events())
        .containsExactly(
            FIRST + " MUTED", FIRST + "/raised-critical PENDING", FIRST + "/ended PENDING");
  }

  @Test
  void mutesNothingElse() {
    mute("orders", Map.of());
    mute("revenue", Map.of("marketplace", "de"));
    interval(60, true);
    assertThat(events()).containsExactly(FIRST + " PENDING");
  }

  @Test
  void tellsOnceThatDataAreMissingAndOnceThatTheyAreBack() {
    missing(5);
    assertThat(events()).as("it never had data").isEmpty();
    database.change(handle -> handle.execute("UPDATE progress SET learnt = 9"));
    missing(5);
    back(5);
    back(0);
    missing(2);
    back(2);
    String arn = Facts.NAMES.alert("alert-1");
    assertThat(events())
        .containsExactly(
            arn + ":event/data-missing-2026-11-20T17:10:00Z PENDING",
            arn + ":event/data-back-2026-11-20T17:25:00Z PENDING");
  }

  private void missing(int intervals) {
    for (int missing = 1; missing <= intervals; missing++) {
      int row = missing;
      database.change(handle -> desk.dataMissing(handle, 1, number(row - 1), row, "no file", NOW));
    }
  }

  private void back(int missing) {
    database.change(handle -> desk.dataBack(handle, 1, number(missing), missing, NOW));
  }

  private static Interval number(int number) {
    Instant start = Facts.START.plusSeconds(300L * number);
    return new Interval(start, start.plusSeconds(300));
  }

  private void mute(String measure, Map<String, String> scope) {
    database.change(
        handle ->
            Mutes.set(
                handle, 1, measure, new Scope(scope), NOW.plusSeconds(3600), "somebody", NOW));
  }

  private void interval(double severity, boolean open) {
    database.change(
        handle -> desk.decide(handle, 1, List.of(Facts.change(1, severity, open)), NOW));
  }

  private List<AlertEvent> history() {
    return database.read(handle -> AlertHistory.of(handle, 1, AlertHistory.NEWEST, 100));
  }

  /** The oldest first. */
  private List<String> events() {
    return history().stream()
        .sorted((one, other) -> Long.compare(one.id(), other.id()))
        .map(event -> event.content().eventId() + " " + event.state())
        .toList();
  }
}
