package dev.tidewatch.setup.lookout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the moment at which apply is stopped: the same command again ends in the same state. */
class InterruptedApplyTest {
  @TempDir Path folder;

  private static final class Killed extends RuntimeException {}

  @Test
  void endsInTheSameStateWhereverItWasCut() {
    try (Ground ground = new Ground(folder)) {
      List<String> events = new ArrayList<>();
      String whole = Shop.file("cut-nowhere");
      ground.apply(whole, events::add);
      ground.settled("cut-nowhere");
      List<String> wanted = ground.state(whole);
      for (int cut = 0; cut < events.size(); cut++) {
        String name = "cut" + cut;
        String file = Shop.file(name);
        killedAt(ground, file, cut);
        ground.apply(file);
        ground.settled(name);
        assertThat(ground.state(file).stream().map(line -> line.replace(name, "cut-nowhere")))
            .as("cut at %s", events.get(cut))
            .containsExactlyElementsOf(wanted);
        assertThat(ground.plan(file).steps()).isEmpty();
      }
      System.out.printf("apply cut at each of %d moments: the same state%n", events.size());
    }
  }

  private static void killedAt(Ground ground, String file, int cut) {
    AtomicInteger seen = new AtomicInteger();
    try {
      ground.apply(
          file,
          event -> {
            if (seen.getAndIncrement() == cut) {
              throw new Killed();
            }
          });
    } catch (Killed expected) {
      return;
    }
    throw new AssertionError("there was no event " + cut);
  }
}
