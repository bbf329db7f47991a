package dev.tidewatch.detector.schedule;

import static dev.tidewatch.detector.schedule.Workshop.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/**
 * Whatever step of a run the server dies at, and however often, what is found and told in the end
 * is the same, to the byte. A death here is what a death leaves: memory gone, the database as it
 * was committed. {@code ServerKillTest} kills processes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillMatrixTest {
  private static final int INTERVALS = 80; // a snapshot falls into them
  private Path folder;
  private List<String> undisturbed;

  @BeforeAll
  void runUndisturbed(@TempDir Path temporary) throws Exception {
    folder = temporary;
    undisturbed = run("undisturbed", RunObserver.NONE);
    assertThat(undisturbed).anyMatch(line -> line.startsWith("opened revenue"));
    assertThat(undisturbed).contains("missing 1", "back after 1");
  }

  @ParameterizedTest
  @EnumSource(RunStep.class)
  void findsAndTellsTheSameWhenKilledAtAStepAgainAndAgain(RunStep step) throws Exception {
    AtomicInteger times = new AtomicInteger();
    List<String> killed =
        run(
            step.name(),
            reached -> {
              if (reached == step
                  && Integer.bitCount(times.incrementAndGet()) == 1) { // 1, 2, 4, 8 …
                throw new Killed();
              }
            });
    assertThat(times).hasPositiveValue();
    assertThat(killed).isEqualTo(undisturbed);
  }

  @Test
  void findsAndTellsTheSameWhenRestartedAfterEveryInterval() throws Exception {
    assertThat(run("restarts", RunObserver.NONE, true)).isEqualTo(undisturbed);
  }

  private List<String> run(String name, RunObserver observer) throws Exception {
    return run(name, observer, false);
  }

  private List<String> run(String name, RunObserver observer, boolean restarting) throws Exception {
    try (Workshop workshop = new Workshop(Files.createDirectory(folder.resolve(name)))) {
      workshop.shop.historyIntervals = 400;
      for (int interval = 20; interval < 24; interval++) {
        workshop.shop.revenueInUk.put(at(interval), .2);
      }
      workshop.shop.missing.add(at(30));
      workshop.observer = observer;
      workshop.status(AnomalyDetectorStatus.ACTIVATING);
      survive(workshop, workshop::settle);
      for (int interval = 0; interval < INTERVALS; interval++) {
        int now = interval;
        survive(workshop, () -> workshop.runThrough(now));
        if (restarting) {
          workshop.stopAndStart();
        }
      }
      workshop.observer = RunObserver.NONE;
      return workshop.everything();
    }
  }

  private static void survive(Workshop workshop, Runnable work) {
    while (true) {
      try {
        work.run();
        return;
      } catch (Killed killed) {
        workshop.restart();
      }
    }
  }

  /** No handler of the product catches it. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;

    Killed() {
      super("killed", null, false, false);
    }
  }
}
