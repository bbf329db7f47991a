package dev.tidewatch.detector.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.child.LocalStation;
import dev.tidewatch.detector.schedule.KillRun.Death;
import dev.tidewatch.detector.schedule.KillRun.Outcome;
import dev.tidewatch.localaws.LocalAws;
import dev.tidewatch.localaws.LocalAwsExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Servers in processes of their own die at steps of their runs and are started again: no point is
 * lost, nobody is told twice, and the same is found as by a server that never died. {@code
 * -Dkills.long=true} tries every step at several of its occurrences; an hour.
 */
@ExtendWith(LocalAwsExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerKillTest {
  private static final Set<RunStep> LEARNING =
      EnumSet.of(RunStep.WHILE_LEARNING, RunStep.AFTER_LEARNING, RunStep.AFTER_FOLD);

  private Path folder;
  private LocalStation station;
  private Outcome undisturbed;
  private int kills;
  private int repeats;
  private int alerts;
  private long points;

  @BeforeAll
  void runUndisturbed(@TempDir Path temporary, LocalAws aws) throws Exception {
    folder = temporary;
    station = new LocalStation(aws, "kills");
    KillData.put(station);
    undisturbed = run("undisturbed", List.of(), List.of());
    assertThat(events(undisturbed.messages())).hasSizeGreaterThan(4);
    assertThat(undisturbed.messages()).hasSameSizeAs(events(undisturbed.messages()).keySet());
  }

  @AfterAll
  void tell() {
    station.close();
    System.out.printf(
        "kills of processes: %d; points %,d, lost 0; alerts %d, doubled 0 (sent again under the same id: %d);"
            + " anomalies equal%n",
        kills, points, alerts, repeats);
  }

  @Test
  void findsAndTellsTheSameWhenKilledSevenTimes() throws Exception {
    check(
        "seven",
        List.of(new Death(RunStep.WHILE_LEARNING, 3), new Death(RunStep.AFTER_LEARNING, 1)),
        List.of(
            new Death(RunStep.AFTER_ENGINE_LOG, 3),
            new Death(RunStep.AFTER_ALERTS, 8),
            new Death(RunStep.AFTER_GROUPS, 1),
            new Death(RunStep.AFTER_COMMIT, 16),
            new Death(RunStep.BEFORE_COMMIT, 3)));
  }

  @Test
  @EnabledIfSystemProperty(named = "kills.long", matches = "true")
  void findsAndTellsTheSameWhereverItIsKilled() throws Exception {
    for (RunStep step : RunStep.values()) {
      for (int occurrence : occurrences(step)) {
        List<Death> death = List.of(new Death(step, occurrence));
        boolean learning = LEARNING.contains(step);
        check(step + "-" + occurrence, learning ? death : List.of(), learning ? List.of() : death);
      }
    }
  }

  private static List<Integer> occurrences(RunStep step) {
    return switch (step) {
      case AFTER_LEARNING, BEFORE_SNAPSHOT, AFTER_SNAPSHOT -> List.of(1);
      case AFTER_FOLD -> List.of(1, 2);
      case WHILE_LEARNING -> List.of(1, 2, 4);
      case AFTER_GROUPS -> List.of(1, 2, 3);
      default -> List.of(1, 11, 26, 43);
    };
  }

  private void check(String name, List<Death> learning, List<Death> live) throws Exception {
    Outcome outcome = run(name, learning, live);
    List<Death> planned = new ArrayList<>(learning);
    planned.addAll(live);
    assertThat(outcome.deaths()).isEqualTo(planned);
    kills += planned.size();
    Map<String, String> kept = outcome.kept().points();
    Set<String> lost = new HashSet<>(undisturbed.kept().points().keySet());
    lost.removeAll(kept.keySet());
    assertThat(lost).as("lost points").isEmpty();
    assertThat(kept.equals(undisturbed.kept().points())).as("equal points").isTrue();
    assertThat(outcome.kept().found()).isEqualTo(undisturbed.kept().found());
    assertThat(events(outcome.messages())).isEqualTo(events(undisturbed.messages()));
    points += kept.size();
    alerts += events(outcome.messages()).size();
    repeats += outcome.messages().size() - events(outcome.messages()).size();
  }

  private Outcome run(String name, List<Death> learning, List<Death> live) throws Exception {
    Path own = Files.createDirectory(folder.resolve(name));
    return new KillRun(station, own, "kills-" + name).run(learning, live);
  }

  /** The messages by their event ids; what is sent again is the same. */
  private static Map<String, String> events(List<Message> messages) {
    Map<String, String> events = new TreeMap<>();
    for (Message message : messages) {
      String id = message.messageAttributes().get("eventId").stringValue();
      String former = events.put(id, message.body());
      assertThat(former == null || former.equals(message.body())).as(id).isTrue();
    }
    return events;
  }
}
