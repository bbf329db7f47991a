package dev.tidewatch.setup.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.setup.History;
import dev.tidewatch.setup.Station;
import dev.tidewatch.setup.aws.Clients;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to a running, alerting detector, and back to nothing. */
class WholeWayTest {
  private static final String FILE =
      """
      # what the ETL job reads, too
      name: NAME
      stream: {name: NAME-live}
      records: {format: JSON}
      timestamp: {column: event_time, format: yyyy-MM-dd HH:mm:ss}
      dimensions: [platform, marketplace]
      measures: [views, {name: revenue, decimals: 2}]
      interval: PT5M
      output: {location: s3://NAME-data/live}
      detector:
        dataset:
          source:
            s3:
              path: s3://NAME-data/live/{{yyyyMMdd}}/{{HHmm}}/
              history: s3://NAME-history/
      alert:
        threshold: 70
        topic: NAME-anomalies
        subscribers:
          - {protocol: email, endpoint: oncall@example.com}
      """;

  @TempDir static Path folder;
  private static Station station;

  @BeforeAll
  static void start() {
    station = Station.start(folder);
  }

  @AfterAll
  static void stop() {
    station.close();
  }

  private static String file(String name, boolean history) {
    String text = FILE.replace("NAME", name);
    return Cli.file(
        folder, name + ".yaml", history ? text : text.replaceAll("(?m)^ +history: .*\\n", ""));
  }

  @Test
  void fromNothingToAnActiveDetectorAndBack() {
    String file = file("whole", true);
    try (Clients clients = new Clients()) {
      History.put(clients.s3(), "whole-history");
    }
    Cli plan = Cli.run("plan", "-f", file, "--detailed-exitcode");
    assertThat(plan.code()).isEqualTo(ExitCodes.PLAN_HAS_CHANGES);
    assertThat(plan.out())
        .contains(
            "+ S3 bucket whole-data",
            "+ IAM role tidewatch-whole-reads",
            "+ IAM role tidewatch-whole-alerts",
            "+ detector whole",
            "Plan: 9 to create, 0 to update, 0 to replace, 0 to delete.");

    Instant begun = Instant.now();
    Cli apply = Cli.run("apply", "-f", file, "--yes");
    System.out.printf(
        "from nothing to ACTIVE: %d ms, learning included%n",
        Duration.between(begun, Instant.now()).toMillis());
    assertThat(apply.err()).contains("+ activation whole");
    assertThat(apply.out()).contains("whole  ACTIVE");
    assertThat(apply.code()).isZero();

    Cli again = Cli.run("plan", "-f", file, "--detailed-exitcode");
    assertThat(again.out()).contains("Nothing to change");
    assertThat(again.code()).isZero();
    assertThat(Cli.run("status", "-f", file, "-o", "json").out()).contains("\"ACTIVE\"");

    Cli destroy = Cli.run("destroy", "-f", file, "--yes", "--delete-data");
    assertThat(destroy.code()).as(destroy.err()).isZero();
    assertThat(Cli.run("destroy", "-f", file, "--yes", "--delete-data").err())
        .contains("Nothing of this file is there.");
  }

  @Test
  void aDryRunChangesNothing() {
    String file = file("dry", false);
    assertThat(Cli.run("apply", "-f", file, "--dry-run").code()).isZero();
    assertThat(Cli.run("plan", "-f", file).out()).contains("Plan: 9 to create");
  }

  @Test
  void endsWithATimeoutWhileADetectorLearnsAndSaysHowFarItIs() {
    String file = file("learning", false);
    Cli apply = Cli.run("apply", "-f", file, "--yes", "--timeout", "1s");
    assertThat(apply.code()).isEqualTo(ExitCodes.TIMEOUT);
    assertThat(apply.out()).contains("LEARNING 0 of 300 intervals, about 25 hours to go");
    assertThat(apply.err()).contains("The same command waits on");
    Cli.run("destroy", "-f", file, "--yes", "--delete-data");
  }

  @Test
  void saysWhatIsNotThere() {
    Cli status = Cli.run("status", "-f", file("nowhere", false));
    assertThat(status.code()).isEqualTo(ExitCodes.NOT_FOUND);
    assertThat(status.err()).contains("there is no detector 'nowhere' yet; 'apply' makes it");
  }

  @Test
  void refusesADetectorOfSomebodyElse() {
    try (Clients clients = new Clients()) {
      clients
          .lookout()
          .createAnomalyDetector(
              request ->
                  request
                      .anomalyDetectorName("theirs")
                      .anomalyDetectorConfig(config -> config.anomalyDetectorFrequency("PT5M")));
    }
    String file = file("theirs", false);
    Cli plan = Cli.run("plan", "-f", file, "-o", "json");
    assertThat(plan.code()).isEqualTo(ExitCodes.CONFLICT);
    assertThat(plan.err()).contains("\"error\":{\"code\":6").contains("--adopt");
  }

  @Test
  void tellsThatCredentialsAreWrong() {
    String secret = System.setProperty("aws.secretAccessKey", "wrong");
    try {
      Cli plan = Cli.run("plan", "-f", file("secret", false));
      assertThat(plan.code()).isEqualTo(ExitCodes.NO_PERMISSION);
      assertThat(plan.err()).contains("doctor").doesNotContain("\tat ");
    } finally {
      System.setProperty("aws.secretAccessKey", secret);
    }
  }

  @Test
  void tellsAtOnceThatTheServiceEnded() {
    String endpoint =
        System.setProperty(
            "aws.endpointUrlLookoutMetrics", "https://lookoutmetrics.us-east-1.amazonaws.com");
    try {
      Cli plan = Cli.run("plan", "-f", file("ended", false));
      assertThat(plan.code()).isEqualTo(ExitCodes.FAILED);
      assertThat(plan.err())
          .contains("AWS ended Lookout for Metrics on 2025-10-09")
          .contains("bin/detector serve")
          .contains("--target cloudwatch");
    } finally {
      System.setProperty("aws.endpointUrlLookoutMetrics", endpoint);
    }
  }

  @Test
  void asksBeforeItChangesSomething() {
    var input = System.in;
    System.setIn(
        new java.io.ByteArrayInputStream("n\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    try {
      Cli apply = Cli.run("apply", "-f", file("asked", false));
      assertThat(apply.err()).contains("Go on? [y/N]");
      assertThat(apply.code()).isEqualTo(ExitCodes.FAILED);
    } finally {
      System.setIn(input);
    }
    assertThat(Cli.run("plan", "-f", file("asked", false)).out()).contains("9 to create");
  }

  @Test
  void refusesAWrongCommandLine() {
    assertThat(Cli.run("plan").code()).isEqualTo(2);
    assertThat(Cli.run("plan", "-f", "x", "--wat").code()).isEqualTo(2);
    assertThat(Cli.run("plan", "-f", "nowhere.yaml").err()).contains("there is no such file");
  }
}
