package dev.tidewatch.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The whole way over a folder of public data: {@code -Devaluation.data=DIR}. */
class PublicDataTest {
  @TempDir Path results;

  @Test
  void theScorerUnderstandsWhatIsWritten() {
    String data = System.getProperty("evaluation.data", "");
    assumeTrue(!data.isEmpty(), "no folder of data given: -Devaluation.data=DIR");
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    assertThat(run(out, err, "--data", data, "--results", results.toString())).isZero();
    assertThat(run(out, err, "table", "--data", data, "--results", results.toString())).isZero();
    assertThat(out.toString()).contains("first targets reached");
    assertThat(err.toString()).doesNotContain("missing");
  }

  private static int run(StringWriter out, StringWriter err, String... arguments) {
    CommandLine commandLine = EvaluateCommand.commandLine();
    return commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
  }
}
