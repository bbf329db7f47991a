package dev.tidewatch.setup.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.setup.SetupCommand;
import dev.tidewatch.setup.blueprint.BlueprintFile;
import dev.tidewatch.setup.blueprint.CloudWatchBlueprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.core.sync.RequestBody;

/** The commands of docs/detector-setup.md, over its file. */
class DocumentedCommandsTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "detector-setup.md");
  private static final String HEADING = "## CloudWatch in place of a detector";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

  @TempDir Path folder;
  private Sky sky;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void start() {
    sky = new Sky(folder);
  }

  @AfterEach
  void stop() {
    sky.close();
  }

  private static String block(String language) throws IOException {
    String document = Files.readString(DOCUMENT);
    String section = document.substring(document.indexOf(HEADING));
    Matcher block =
        Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL).matcher(section);
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  private int run(String line, Path file) {
    CommandLine command = SetupCommand.commandLine();
    command.setOut(new PrintWriter(out, true));
    command.setErr(new PrintWriter(err, true));
    String[] words = line.replace("shop.yaml", file.toString()).split(" ");
    return command.execute(List.of(words).subList(1, words.length).toArray(String[]::new));
  }

  private void putIntervalFile(LocalDateTime start) {
    String key =
        "streaming-csv/data/intvl_date=%s/intvl_hhmm=%s/%s.csv"
            .formatted(DAY.format(start), TIME.format(start), NAME.format(start));
    sky.clients()
        .s3()
        .putObject(
            ask -> ask.bucket("shop-data").key(key),
            RequestBody.fromString(
                "event_time,platform,marketplace,views,latency\nt,app,us,3,10\nt,web,uk,4,20\n"));
  }

  @Test
  void endWell() throws IOException {
    Path file = Files.writeString(folder.resolve("shop.yaml"), block("yaml"));
    LocalDateTime hour =
        LocalDateTime.ofInstant(Instant.now().minus(Duration.ofHours(3)), ZoneOffset.UTC)
            .withMinute(0)
            .withSecond(0);
    putIntervalFile(hour);
    putIntervalFile(hour.plusMinutes(5));
    for (String line : block("sh").lines().toList()) {
      assertThat(run(line, file)).as("%s%n%s%s", line, out, err).isZero();
    }
    assertThat(out.toString())
        .contains("2 to send")
        .contains("2 sent")
        .contains("4 rows, 10 metrics, 20 data points in 2 calls, 0 values left out")
        .contains("Nothing to change: everything is as the file says.");
    assertThat(err.toString())
        .contains("cloudwatch at http://127.0.0.1:")
        .contains("To Shop/Web: 2 intervals, 10 metrics, 20 data points in 2 calls.")
        .contains("About 3.99 USD a month");
  }

  @Test
  void nameEveryKeyThatThereIs() throws IOException {
    String yaml = block("yaml");
    CloudWatchBlueprint read = BlueprintFile.read(yaml, "shop.yaml").cloudWatch();
    assertThat(read.alarms()).hasSize(3);
    assertThat(read.evaluation().periods()).isEqualTo(3);
    assertThat(read.learning().excluded()).hasSize(1);
    String table = Files.readString(DOCUMENT);
    Matcher key =
        Pattern.compile("(?m)^  (\\w+):").matcher(yaml.substring(yaml.indexOf("cloudwatch:")));
    while (key.find()) {
      assertThat(table).contains("`" + key.group(1) + "`");
    }
  }

  @Test
  void askBeforeMuchIsSpent() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("shop.yaml"),
            block("yaml")
                .replace("PT5M", "PT1H")
                .replace("measures: [views", "measures: [m1, m2, m3, views"));
    LocalDateTime hour =
        LocalDateTime.ofInstant(Instant.now().minus(Duration.ofHours(3)), ZoneOffset.UTC)
            .withMinute(0)
            .withSecond(0);
    String key =
        "streaming-csv/data/intvl_date=%s/intvl_hhmm=%s/%s.csv"
            .formatted(DAY.format(hour), TIME.format(hour), NAME.format(hour));
    sky.clients()
        .s3()
        .putObject(
            ask -> ask.bucket("shop-data").key(key),
            RequestBody.fromString(
                "event_time,platform,marketplace,m1,m2,m3,views,latency\nt,app,us,1,1,1,1,1\nt,web,uk,1,1,1,1,1\n"));
    InputStream terminal = System.in;
    System.setIn(InputStream.nullInputStream());
    try {
      assertThat(run("detector-setup publish -f shop.yaml", file)).isEqualTo(1);
    } finally {
      System.setIn(terminal);
    }
    assertThat(err.toString()).contains("Nobody is there to be asked: add --yes to go on.");
    assertThat(sky.clients().cloudWatch().listMetrics().metrics()).isEmpty();
  }
}
