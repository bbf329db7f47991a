package dev.tidewatch.detector.console.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.console.system.Administration;
import dev.tidewatch.detector.console.system.SystemPage;
import dev.tidewatch.detector.console.view.Query;
import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.health.Health;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The system page of a server that no test can make so unwell. */
class UnwellSystemTest {
  private static final Frame FRAME =
      new Frame(
          "System",
          Place.SYSTEM,
          List.of(),
          Optional.empty(),
          "",
          "/system",
          View.of(Query.empty(), Instant.EPOCH, ZoneOffset.UTC),
          Optional.empty(),
          "auto",
          Assets.load());

  private static String page(SystemPage page) {
    return new String(new Templates().page("system.jte", FRAME, page), UTF_8);
  }

  @Test
  void saysWhatIsWrongWithEachPart() {
    List<Health.Part> health =
        List.of(
            new Health.Part("database", Optional.of("the disk is <full>; make room")),
            new Health.Part("clock", Optional.empty()));
    assertThat(
            page(
                new SystemPage(
                    health, List.of(), List.of(), List.of(), Optional.empty(), Optional.empty())))
        .containsSubsequence(
            "<dt>database</dt>", "✕</span> the disk is &lt;full&gt;; make room", "✓</span> well");
  }

  @Test
  void saysThatTheAuditLogCannotBeRead() {
    assertThat(
            page(
                new SystemPage(
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.of(new Administration.Page(List.of(), List.of(), 0, false)))))
        .contains("The audit log cannot be read; the server's log says why.")
        .doesNotContain("Nobody has changed anything");
  }
}
