package dev.tidewatch.setup.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.setup.History;
import dev.tidewatch.setup.SetupCommand;
import dev.tidewatch.setup.Station;
import dev.tidewatch.setup.aws.Clients;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with the original's rates, roles that are seen late, and people who press Ctrl-C. */
class PatientApplyTest {
  private static final String FILE =
      """
      name: NAME
      timestamp: {column: event_time, format: yyyy-MM-dd HH:mm:ss}
      dimensions: [platform, marketplace]
      measures: [views, revenue]
      interval: PT5M
      detector:
        dataset:
          source: {s3: {path: "s3://NAME-live/{{yyyyMMdd}}/{{HHmm}}"HISTORY}}
      alert: {topic: NAME-topic}
      """;

  @TempDir static Path folder;
  private static Station station;

  @BeforeAll
  static void start() {
    station = Station.startWithTheOriginalsRates(folder);
    try (Clients clients = new Clients()) {
      History.put(clients.s3(), "patient-history");
    }
  }

  @AfterAll
  static void stop() {
    station.close();
  }

  private static String file(String name, String history) {
    return Cli.file(folder, name + ".yaml", FILE.replace("NAME", name).replace("HISTORY", history));
  }

  @Test
  void waitsForRatesAndForRolesThatAreSeenLate() {
    String file = file("patient", ", history: s3://patient-history/");
    station.aws().iam().rolesAppearAfter(Duration.ofSeconds(1));
    Cli apply = Cli.run("apply", "-f", file, "--yes");
    station.aws().iam().rolesAppearAfter(Duration.ZERO);
    assertThat(apply.code()).as(apply.err()).isZero();
    assertThat(apply.out()).contains("patient  ACTIVE");
    assertThat(Cli.run("plan", "-f", file).out()).contains("Nothing to change");
  }

  @Test
  void saysThatNothingIsLostWhenItIsInterrupted() throws Exception {
    String file = file("stopped", "");
    Process process = apply(file);
    try (BufferedReader err = process.errorReader(UTF_8)) {
      String line = err.readLine();
      while (line != null && !line.contains("LEARNING")) {
        line = err.readLine();
      }
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertThat(err.lines().toList())
          .contains("Stopped; what was done stays. The same command goes on from there.");
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(ExitCodes.INTERRUPTED);
    assertThat(Cli.run("plan", "-f", file).out()).contains("Nothing to change");
  }

  private static Process apply(String file) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                SetupCommand.class.getName(),
                "apply",
                "-f",
                file,
                "--yes"));
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(station.environment());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }
}
