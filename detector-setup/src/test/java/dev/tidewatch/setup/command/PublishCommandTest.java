package dev.tidewatch.setup.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.localaws.protocol.Fate;
import dev.tidewatch.setup.SetupCommand;
import dev.tidewatch.setup.Station;
import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.cloudwatch.Web;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

class PublishCommandTest {
  private static final int TERMINATED = 143;
  private static final DateTimeFormatter KEY =
      DateTimeFormatter.ofPattern(
              "'shop/data/intvl_date='yyyy-MM-dd'/intvl_hhmm='HHmm/yyyyMMdd'T'HHmmss'Z.csv'")
          .withZone(ZoneOffset.UTC);

  @TempDir Path folder;
  private Station station;
  private String file;
  private final Clients clients = new Clients();
  private final Instant hour =
      Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(1));

  @BeforeEach
  void start() {
    station = Station.start(folder);
    file = Cli.file(folder, "shop.yaml", Web.file("shop"));
    clients.s3().createBucket(bucket -> bucket.bucket("shop-data"));
    clients
        .s3()
        .putObject(
            object -> object.bucket("shop-data").key(KEY.format(hour)),
            RequestBody.fromString(
                "event_time,platform,marketplace,views,latency\nt,app,us,3,10\n"));
  }

  @AfterEach
  void stop() {
    clients.close();
    station.close();
  }

  private Process follow() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SetupCommand.class.getName(),
                "publish",
                "-f",
                file,
                "--follow",
                "--yes")
            .redirectErrorStream(true);
    builder.environment().putAll(station.environment());
    return builder.start();
  }

  @Test
  void followsUntilItIsTerminatedAndLeavesNoIntervalInDoubt() throws Exception {
    Process follower = follow();
    try (BufferedReader said =
        new BufferedReader(new InputStreamReader(follower.getInputStream(), UTF_8))) {
      assertThat(said.lines().anyMatch(line -> line.contains("1 sent"))).isTrue();
      follower.toHandle().destroy(); // the process' own closes what it says
      assertThat(said.lines().collect(Collectors.joining("\n")))
          .isEqualToIgnoringWhitespace(
              "Stopped; what was done stays. The same command goes on from there.");
    }
    assertThat(follower.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(follower.exitValue()).isEqualTo(TERMINATED);
    Cli again = Cli.run("publish", "-f", file, "--yes");
    assertThat(again.out()).contains("1 sent before").doesNotContain("in doubt");
    assertThat(again.code()).isZero();
  }

  @Test
  void endsWithWhatIsWrongWhenItIsDenied() {
    station
        .aws()
        .calls()
        .judgedBy(call -> call.action().equals("PutMetricData") ? Fate.DENIED : Fate.SERVED);
    Cli follower = Cli.run("publish", "-f", file, "--follow", "--yes");
    assertThat(follower.code()).isEqualTo(ExitCodes.NO_PERMISSION);
    assertThat(follower.err())
        .contains("not authorized to perform: cloudwatch:PutMetricData", "detector-setup doctor");
  }

  @Test
  void countsWhatWasDoneBeforeAFailure() {
    station
        .aws()
        .calls()
        .judgedBy(call -> call.action().equals("PutMetricData") ? Fate.ANSWER_LOST : Fate.SERVED);
    Cli cut = Cli.run("publish", "-f", file, "--yes");
    assertThat(cut.code()).isEqualTo(ExitCodes.FAILED);
    assertThat(cut.out()).contains("0 rows, 0 metrics");
    station.aws().calls().clear();
    Cli next = Cli.run("publish", "-f", file, "--yes");
    assertThat(next.code()).isEqualTo(ExitCodes.PARTLY);
    assertThat(next.err()).contains("In doubt, as a run was cut short", hour.toString());
  }

  @Test
  void refusesOptionsThatContradict() {
    assertThat(Cli.run("publish", "-f", file, "--follow", "--resend").err())
        .contains("--resend is for once");
    assertThat(Cli.run("publish", "-f", file, "--follow", "--to", "2026-11-27T00:00:00Z").code())
        .isEqualTo(2);
  }
}
