package dev.tidewatch.setup.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.tidewatch.setup.SetupCommand;
import dev.tidewatch.setup.Station;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apply is stopped, held back and made to wait; it ends in the same state. */
class HardTimesTest {
  private static final String FILE =
      """
      name: hard
      timestamp: {column: event_time, format: yyyy-MM-dd HH:mm:ss}
      dimensions: [marketplace]
      measures: [views]
      interval: PT5M
      detector:
        tags: {team: web}
        dataset:
          source: {s3: {path: "s3://hard-live/{{yyyyMMdd}}/{{HHmm}}/"}}
      alerts:
        - {name: hard-critical, threshold: 90, sns: {topic: hard-anomalies}}
        - {name: hard-all, threshold: 10, sns: {topic: hard-anomalies}}
      topics:
        - {name: hard-anomalies}
      """;

  @TempDir Path folder;

  private static void endsAsTheFileSays(String file) {
    Cli apply = Cli.run("apply", "-f", file, "--yes", "--no-wait");
    assertThat(apply.code()).as(apply.err()).isZero();
    Cli plan = Cli.run("plan", "-f", file, "--detailed-exitcode");
    assertThat(plan.out()).contains("Nothing to change");
    assertThat(plan.code()).isZero();
  }

  /** A process begun where Ctrl-C is ignored ignores it, too. */
  private static boolean hearsInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .findFirst()
            .orElse("0");
    return !new BigInteger(ignored, 16).testBit(1);
  }

  @Test
  void losesNothingWhenStoppedByTheKeyboard() throws IOException, InterruptedException {
    assumeThat(hearsInterrupts()).as("interrupts are heard here").isTrue();
    String file = Cli.file(folder, "hard.yaml", FILE);
    try (Station station = Station.start(folder)) {
      ProcessBuilder builder =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  SetupCommand.class.getName(),
                  "apply",
                  "-f",
                  file,
                  "--yes")
              .redirectErrorStream(true);
      builder.environment().putAll(station.environment());
      Process apply = builder.start();
      try (BufferedReader said =
          new BufferedReader(new InputStreamReader(apply.getInputStream(), UTF_8))) {
        assertThat(said.lines().anyMatch(line -> line.startsWith("+ detector hard …"))).isTrue();
        new ProcessBuilder("kill", "-INT", Long.toString(apply.pid())).start().waitFor();
        assertThat(said.lines().collect(Collectors.joining("\n")))
            .contains("Stopped; what was done stays. The same command goes on from there.");
      }
      assertThat(apply.waitFor()).isEqualTo(ExitCodes.INTERRUPTED);
      endsAsTheFileSays(file);
    }
  }

  @Test
  void keepsToTheRatesOfTheApi() {
    String file = Cli.file(folder, "hard.yaml", FILE);
    try (Station station = Station.start(folder, Clock.systemUTC(), "lookout")) {
      Instant begun = Instant.now();
      endsAsTheFileSays(file);
      System.out.printf(
          "apply and plan under the original's rates: %d ms at %s%n",
          Duration.between(begun, Instant.now()).toMillis(), station.server().url());
    }
  }

  @Test
  void waitsForRolesThatAppearLate() {
    String file = Cli.file(folder, "hard.yaml", FILE);
    try (Station station = Station.start(folder)) {
      station.aws().iam().rolesAppearAfter(Duration.ofSeconds(2));
      endsAsTheFileSays(file);
    }
  }
}
