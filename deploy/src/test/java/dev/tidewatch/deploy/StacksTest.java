package dev.tidewatch.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The stacks by AWS's own validator, where there is a node to run it. */
class StacksTest {
  private static final Path ROOT =
      Path.of(System.getProperty("tidewatch.repository")).toAbsolutePath().normalize();
  private static final boolean REQUIRED = Boolean.getBoolean("linter.required");
  private static final int NO_LINTER = 3;

  private record Outcome(int exitCode, String output) {}

  @Test
  void allAreClean() throws Exception {
    Outcome checked = check();
    System.out.print(checked.output());
    assertThat(checked.exitCode()).as(checked.output()).isZero();
    assertThat(checked.output().lines()).hasSize(4);
  }

  @Test
  void whatIsWrongIsFound() throws Exception {
    Outcome checked = check(ROOT.resolve("deploy/src/test/resources/gone.yaml").toString());
    assertThat(checked.exitCode()).isEqualTo(1);
    assertThat(checked.output()).contains("AWS::LookoutMetrics::AnomalyDetector", "many");
  }

  private static Outcome check(String... templates) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("bin/stack-check").toString()));
    command.addAll(List.of(templates));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exitCode = process.waitFor();
    assumeTrue(REQUIRED || exitCode != NO_LINTER, output);
    return new Outcome(exitCode, output);
  }
}
