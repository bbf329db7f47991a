package dev.tidewatch.detector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A user's mistake is told in a sentence that says what to do, never with a stack trace. */
final class ServeMistakesTest {
  @TempDir private Path folder;

  private String mistake(int exitCode, String... arguments) {
    StringWriter err = new StringWriter();
    CommandLine command = DetectorCommand.commandLine().setErr(new PrintWriter(err));

    assertThat(command.execute(arguments)).isEqualTo(exitCode);
    assertThat(err.toString()).doesNotContain("Exception").doesNotContain("\tat ");
    return err.toString();
  }

  @Test
  void aPortThatIsNoneIsTold() {
    assertThat(mistake(2, "serve", "--data", folder.toString(), "--port", "99999"))
        .startsWith("a port is 0 to 65535, not 99999");
  }

  @Test
  void aClockThatRunsBackwardsIsTold() {
    assertThat(
            mistake(
                2,
                "serve",
                "--data",
                folder.toString(),
                "--clock-from=2026-11-20T10:00:00Z",
                "--clock-speed=-1"))
        .startsWith("a clock runs 0 to 1,000,000 times as fast, not -1");
  }

  @Test
  void aFileInTheFoldersPlaceIsTold() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThat(mistake(1, "serve", "--data", file.toString(), "--port", "0"))
        .startsWith("detector: cannot make the folder " + file);
  }
}
