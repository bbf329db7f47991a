package dev.tidewatch.detector.console.system;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import dev.tidewatch.detector.access.NewAccessKey;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.console.Browsing;
import dev.tidewatch.detector.console.Browsing.Person;
import dev.tidewatch.detector.console.Datasets;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

class SystemPagesTest {
  private static final String PAGE = "/system";

  @TempDir private Path folder;
  private Browsing console;

  @BeforeEach
  void start() {
    console = Browsing.start(folder.resolve("data")).with(findings -> findings.detector(1, "shop"));
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private static String fact(String name, String value) {
    return "<dt>" + name + "</dt><dd>" + value + "</dd>";
  }

  @Test
  void saysOfHealthWhatTheHealthRouteSays() throws Exception {
    Person vera = console.signedIn(Role.VIEWER);
    assertThat(vera.page("/health/ready")).contains("\"database\":\"UP\"");
    assertThat(vera.page(PAGE)).contains("<dt>database</dt>").containsPattern("✓</span> well");
  }

  @Test
  void saysWhichProgramRuns() throws Exception {
    assertThat(console.signedIn(Role.VIEWER).page(PAGE))
        .contains(
            fact("Version", "development"),
            fact("Java", Runtime.version().toString()),
            "<dt>Started</dt><dd>20",
            "Running for",
            "<dt>Log level</dt>",
            "<dt>Free on its disk</dt>",
            fact("Detectors", "1"),
            fact("Time series", "0"));
    assertThat(console.anybody().get(PAGE).statusCode()).isEqualTo(303);
  }

  @Test
  void namesTheLeastThatIsLogged() {
    Logger logger = new LoggerContext().getLogger("any");
    for (String level : List.of("trace", "debug", "info", "warn", "error", "off")) {
      ((ch.qos.logback.classic.Logger) logger).setLevel(Level.toLevel(level));
      assertThat(Program.logLevel(logger)).isEqualTo(level);
    }
  }

  @Test
  void saysHowMuchWaits() throws Exception {
    assertThat(console.signedIn(Role.VIEWER).page(PAGE))
        .contains(
            fact("Intervals due", "0"),
            fact("Detectors at work on history", "0"),
            fact("Alerts waiting to be sent", "0"),
            fact("Alerts given up", "0"));
    long now = Instant.now().getEpochSecond();
    console
        .database()
        .change(
            handle -> {
              Datasets.shop(handle, 1);
              handle.execute(
                  "INSERT INTO progress VALUES (1, 'CONTINUOUS', 0, ?, 0, 0, NULL, 0)",
                  now / 300 * 300 - 12_000);
            });
    assertThat(console.signedIn(Role.VIEWER).page(PAGE))
        .containsPattern("<dt>Intervals due</dt><dd>(39|40|41)</dd>");
  }

  @Test
  void measuresOnlyWhenAsked() throws Exception {
    console
        .database()
        .change(
            handle -> {
              handle.execute(
                  "INSERT INTO point_interval VALUES (1, 0, 'revenue', 0, zeroblob(?))", 48);
              handle.execute(
                  "INSERT INTO point_chunk VALUES (1, 0, 'revenue', 0, zeroblob(?))", 84);
            });
    Person vera = console.signedIn(Role.VIEWER);
    assertThat(vera.page(PAGE)).contains("/system?sizes=yes").doesNotContain("Data folder");
    assertThat(vera.page(PAGE + "?sizes=yes"))
        .contains("<dt>Data folder</dt>", fact("Points kept", "5"), "<dt>Points of series</dt>")
        .doesNotContain("Measure the sizes");
  }

  @Test
  void everyTableIsOfAPart() {
    List<String> tables =
        console
            .database()
            .read(
                handle ->
                    handle
                        .createQuery(
                            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
                        .mapTo(String.class)
                        .list());
    assertThat(tables)
        .filteredOn(table -> DatabasePart.of(table) == DatabasePart.REST)
        .containsExactly("probe");
  }

  @Test
  void showsAdminsKeysWithoutSecrets() throws Exception {
    Person ada = console.signedIn(Role.ADMIN);
    assertThat(ada.page(PAGE)).contains("There is no access key yet");
    NewAccessKey live = console.keys().create(Role.OPERATOR, "pipeline");
    NewAccessKey ended = console.keys().create(Role.VIEWER, "screen");
    console.keys().used(live.key().id(), Instant.parse("2026-11-02T08:30:00Z"));
    console.keys().revoke(ended.key().id());
    assertThat(ada.page(PAGE))
        .contains("pipeline", live.key().id(), "operator", "live", "2 Nov 2026 08:30")
        .contains("screen", ended.key().id(), "revoked", "not known")
        .doesNotContain(live.secret().reveal(), ended.secret().reveal());
  }

  @Test
  void showsAdminsWhoChangedWhat() throws Exception {
    Person ada = console.signedIn(Role.ADMIN);
    assertThat(ada.page(PAGE)).contains("Nobody has changed anything yet");
    ada.submit("/alerts/mutes", "/alerts/mutes", "detector", "shop", "hours", "<b>1\u202E</b>");
    console.signedIn(Role.VIEWER).submit("/", "/alerts/mutes", "detector", "shop", "hours", "1");
    assertThat(ada.page(PAGE))
        .contains("Mute", "console/admin", "&lt;b&gt;1", "127.0.0.1")
        .contains("console/viewer", "AccessDeniedException: operator needed")
        .doesNotContain("<b>1", "\u202E");
  }

  @Test
  void saysThatALineIsTornAndShowsTheOthers() throws Exception {
    Person ada = console.signedIn(Role.ADMIN);
    ada.submit("/alerts/mutes", "/alerts/mutes", "detector", "shop", "hours", "1");
    Files.writeString(
        folder.resolve("data/audit/audit-" + LocalDate.now(ZoneOffset.UTC) + ".jsonl"),
        "{\"eventVer",
        StandardOpenOption.APPEND);
    assertThat(ada.page(PAGE))
        .contains("console/admin", "Of the newest lines 1 cannot be read")
        .doesNotContain("eventVer");
  }

  @Test
  void viewersAndOperatorsSeeNeitherKeysNorTheAuditLog() throws Exception {
    NewAccessKey key = console.key(Role.ADMIN);
    console
        .signedIn(Role.ADMIN)
        .submit("/alerts/mutes", "/alerts/mutes", "detector", "shop", "hours", "1");
    for (Role role : List.of(Role.VIEWER, Role.OPERATOR)) {
      Person person = console.signedIn(role);
      for (String address :
          List.of(PAGE, PAGE + "?sizes=yes&role=admin", PAGE + "/keys", PAGE + "/audit")) {
        HttpResponse<String> answer = person.get(address);
        assertThat(answer.statusCode()).isEqualTo(address.matches(".*/(keys|audit)") ? 404 : 200);
        assertThat(answer.body())
            .doesNotContain(
                key.key().id(), "Access keys", "Who changed what", "console/admin", "keys-title");
      }
    }
  }

  @Test
  void itsLinksAreAnswered() throws Exception {
    Person vera = console.signedIn(Role.VIEWER);
    assertThat(vera.page(PAGE)).contains("href=\"/metrics\"", "href=\"/health/ready\"");
    assertThat(vera.get("/metrics").statusCode()).isEqualTo(200);
    assertThat(vera.get("/health/ready").statusCode()).isEqualTo(200);
  }
}
