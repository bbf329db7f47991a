package dev.tidewatch.detector.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.store.SqliteDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Beside a server, which has the database open. */
class MutesCommandTest {
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
  void addsListsAndEnds() {
    String part = "--dimension=marketplace=uk";
    String until = "--until=2999-01-01T00:00:00Z";
    assertThat(run("add", "shop", "--measure=revenue", part, until, "--by=ann")).isZero();
    String line = "2999-01-01T00:00:00Z  shop  revenue  {marketplace=uk}  by ann";
    assertThat(out.toString()).startsWith("1 ").contains(line);
    assertThat(run("add", "shop", "--measure=revenue", part, until, "--by=ann")).isZero();
    assertThat(run("list")).isZero();
    assertThat(out.toString().lines()).hasSize(1).allMatch(each -> each.contains(line));
    assertThat(run("end", "1")).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("ended 1");
    assertThat(run("end", "1")).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("there is no mute 1");
    assertThat(run("list", "shop")).isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("nothing is muted");
  }

  @Test
  void mutesAllOfADetectorForAWhile() {
    assertThat(run("add", "shop", "--for=PT1H")).isZero();
    assertThat(out.toString()).contains("shop  all measures  everywhere  by ");
  }

  @Test
  void mistakesAreToldInASentence() {
    assertThat(run("add", "shop")).isEqualTo(2);
    assertThat(err.toString()).contains("--until").contains("--for");
    assertThat(run("add", "shop", "--for=PT0S")).isEqualTo(1);
    assertThat(err.toString()).contains("a mute ends in the future");
    assertThat(run("add", "none", "--for=PT1H")).isEqualTo(1);
    assertThat(err.toString()).isEqualToIgnoringNewLines("detector: there is no detector 'none'");
    assertThat(run()).isEqualTo(2);
  }

  private int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    CommandLine line =
        new CommandLine(new MutesCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setExecutionExceptionHandler(new UserErrors());
    String[] all = new String[arguments.length + (arguments.length == 0 ? 0 : 1)];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    if (arguments.length > 0) {
      all[arguments.length] = "--data=" + folder;
    }
    return line.execute(all);
  }
}
