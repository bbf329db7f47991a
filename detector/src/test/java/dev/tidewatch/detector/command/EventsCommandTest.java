package dev.tidewatch.detector.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.store.SqliteDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Beside a server, which has the database open. */
class EventsCommandTest {
  @TempDir Path folder;
  private SqliteDatabase server;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void open() {
    server = SqliteDatabase.open(folder.resolve("detector.db"));
    server.change(
        handle ->
            handle.execute(
                "INSERT INTO detector (id, name, frequency, status, created, modified)"
                    + " VALUES (1, 'shop', 'PT5M', 'ACTIVE', 0, 0)"));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aDeployIsNotedOnceAndListed() {
    String at = "--at=2026-11-20T17:02:00Z";
    assertThat(run("add", "--kind=deploy", "--title=shop-api 4.12", at, "--by=ann")).isZero();
    assertThat(out.toString()).startsWith("noted: deploy shop-api 4.12 at 2026-11-20T17:02:00Z");
    assertThat(run("add", "--kind=deploy", "--title=shop-api 4.12", at, "--by=bo")).isZero();
    assertThat(out.toString()).startsWith("known already: ");
    assertThat(run("ls", "--detector=shop", "--kind=deploy")).isZero();
    assertThat(out.toString().lines()).hasSize(1);
    assertThat(out.toString())
        .startsWith("1 ")
        .contains(
            "2026-11-20T17:02:00Z  deploy    shop-api 4.12  all detectors  everywhere  by ann");
    assertThat(run("rm", "1")).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("removed 1");
    assertThat(run("rm", "1")).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("there is no event 1");
    assertThat(run("ls")).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("no events were noted");
  }

  @Test
  void withoutATimeItIsNow() {
    assertThat(run("add", "--kind=note", "--title=now", "--detector=shop", "--dimension=a=b"))
        .isZero();
    assertThat(run("ls", "--since=2026-01-01")).isZero();
    assertThat(out.toString()).contains("now  shop  {a=b}  by ");
  }

  @Test
  void aListIsNotedWholeAndOnce() throws IOException {
    Path file = folder.resolve("holidays.csv");
    Files.writeString(file, "time,kind,title,detector\n2026-12-25,holiday,Christmas,\n");
    assertThat(run("import", file.toString(), "--zone=Europe/Berlin")).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("noted 1, known already 0");
    Files.writeString(
        file,
        "time,kind,title,detector\n2026-12-25,holiday,Christmas,\n2026-12-26,holiday,B,shop\n");
    assertThat(run("import", file.toString(), "--zone=Europe/Berlin")).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("noted 1, known already 1");
    Files.writeString(
        file, "time,kind,title,detector\n2026-12-27,holiday,C,\n2026-12-28,holiday,D,none\n");
    assertThat(run("import", file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("there is no detector 'none'");
    assertThat(run("ls")).isZero();
    assertThat(out.toString().lines()).hasSize(2);
  }

  @Test
  void eachChangeIsInTheAuditLog() throws IOException {
    run("add", "--kind=deploy", "--title=shop-api 4.12", "--by=ann");
    run("rm", "1", "--by=bo");
    try (var files = Files.list(folder.resolve("audit"))) {
      assertThat(files)
          .singleElement()
          .satisfies(
              file ->
                  assertThat(file)
                      .content()
                      .contains("AddEvents", "shop-api 4.12", "ann", "DeleteEvent", "bo"));
    }
  }

  @Test
  void mistakesAreToldInASentence() {
    assertThat(run("add", "--kind=deploj", "--title=a")).isEqualTo(1);
    assertThat(err.toString()).contains("'deploj' is no kind of event; use deploy");
    assertThat(run("add", "--kind=deploy", "--title=a", "--at=soon")).isEqualTo(1);
    assertThat(err.toString()).contains("'soon' is no time");
    assertThat(run("add", "--kind=deploy", "--title=a", "--detector=none")).isEqualTo(1);
    assertThat(err.toString()).contains("there is no detector 'none'");
    assertThat(run("import", folder.resolve("none.csv").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("there is no file");
    assertThat(run()).isEqualTo(2);
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of(arguments));
    if (arguments.length > 0) {
      all.add("--data=" + folder);
    }
    return new CommandLine(new EventsCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(new UserErrors())
        .execute(all.toArray(String[]::new));
  }
}
