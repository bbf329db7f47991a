package dev.tidewatch.setup.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.setup.History;
import dev.tidewatch.setup.Station;
import dev.tidewatch.setup.aws.Clients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do with a detector that found something. */
class DayByDayTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  private static Station station;
  private static String file;

  @BeforeAll
  static void start() {
    station = Station.start(folder);
    try (Clients clients = new Clients()) {
      History.putWithAnOutage(clients.s3(), "past-history");
    }
    file =
        Cli.file(
            folder,
            "past.yaml",
            """
            name: past
            timestamp: {column: event_time, format: yyyy-MM-dd HH:mm:ss}
            dimensions: [platform, marketplace]
            measures: [views, revenue]
            interval: PT5M
            detector:
              activation: backtest
              dataset: {source: {s3: {history: s3://past-history/}}}
            topics: [{name: past-topic}]
            alerts:
              - {name: past-all, threshold: 60, sns: {topic: past-topic}}
              - {name: past-us, dimensions: {marketplace: [us]}, sns: {topic: past-topic, format: LONG_TEXT}}
            """);
    assertThat(Cli.run("apply", "-f", file, "--yes").code()).isZero();
  }

  @AfterAll
  static void stop() {
    station.close();
  }

  private static JsonNode json(String... arguments) throws IOException {
    Cli run = Cli.run(arguments);
    assertThat(run.code()).as(run.err()).isZero();
    return JSON.readTree(run.out());
  }

  private static String newestGroup() throws IOException {
    return json("anomalies", "ls", "-f", file, "-o", "json")
        .path(0)
        .path("AnomalyGroupId")
        .asText();
  }

  @Test
  void listsWhatWasFoundAndSaysWhenThatIsNothing() {
    Cli found = Cli.run("anomalies", "ls", "-f", file);
    assertThat(found.out()).startsWith("SEVERITY  MEASURE").contains("views", "revenue");
    assertThat(Cli.run("anomalies", "ls", "-f", file, "--measure", "revenue").out())
        .doesNotContain("views");
    assertThat(Cli.run("anomalies", "ls", "-f", file, "--since", "2100-01-01T00:00:00Z").out())
        .contains("(none; try a lower --severity or an earlier --since)");
  }

  @Test
  void showsWhereOneIsAndExportsAll() throws IOException {
    Cli shown = Cli.run("anomalies", "show", newestGroup(), "-f", file);
    assertThat(shown.out()).contains("When ", "marketplace", "us", "Series ");
    Path csv = folder.resolve("found.csv");
    assertThat(Cli.run("anomalies", "export", "-f", file, "--to", csv.toString()).code()).isZero();
    assertThat(Files.readString(csv))
        .startsWith("group,severity,measure,interval,value,marketplace,platform\n")
        .contains(",us,app\n");
  }

  @Test
  void remembersWhatPeopleSay() throws IOException {
    String group = newestGroup();
    assertThat(Cli.run("feedback", "put", group, "irrelevant", "-f", file).out())
        .contains("said to be irrelevant");
    assertThat(Cli.run("feedback", "ls", group, "-f", file).out()).contains("irrelevant");
    assertThat(Cli.run("feedback", "put", group, "relevant", "-f", file).code()).isZero();
    assertThat(json("feedback", "ls", group, "-f", file, "-o", "json").path(0).path("IsAnomaly"))
        .isEqualTo(JSON.getNodeFactory().booleanNode(true));
  }

  @Test
  void showsTheQualityOfTheData() throws IOException {
    assertThat(Cli.run("quality", "-f", file).out()).contains("TIME_SERIES_COUNT");
    assertThat(json("quality", "-f", file, "-o", "json")).isNotEmpty();
  }

  @Test
  void listsAlertsAndPublishesASampleOfOne() {
    assertThat(Cli.run("alerts", "ls", "-f", file).out())
        .contains("past-all", "60", "everything")
        .contains("marketplace=us", "LONG_TEXT");
    Cli sample = Cli.run("alerts", "test", "past-us", "-f", file);
    assertThat(sample.out()).contains("TEST of alert past-us: nothing is wrong", "published to");
    Cli unknown = Cli.run("alerts", "test", "nobody", "-f", file);
    assertThat(unknown.code()).isEqualTo(ExitCodes.NOT_FOUND);
    assertThat(unknown.err()).contains("there is no alert 'nobody'; see 'alerts ls'");
  }

  @Test
  void triesTheDetectorOnItsHistoryAndLeavesNothingBehind() {
    String live =
        Cli.file(
            folder,
            "tried.yaml",
            """
            name: tried
            timestamp: {column: event_time, format: yyyy-MM-dd HH:mm:ss}
            dimensions: [platform, marketplace]
            measures: [views, revenue]
            interval: PT5M
            detector:
              dataset:
                source: {s3: {path: "s3://tried-live/{{yyyyMMdd}}/{{HHmm}}", history: s3://past-history/}}
            """);
    Cli backtest = Cli.run("backtest", "-f", live);
    assertThat(backtest.code()).as(backtest.err()).isZero();
    assertThat(backtest.out()).contains("views", "revenue");
    assertThat(Cli.run("status", "-f", live).code()).isEqualTo(ExitCodes.NOT_FOUND);
    assertThat(Cli.run("doctor", "-f", live).out())
        .contains("✓ credentials: arn:aws", "✓ its access key is accepted", "✓ clocks agree")
        .contains("! there is no bucket tried-live yet");
  }

  @Test
  void theDoctorLooksAtTheRowsAndSaysHowToMendThem() {
    assertThat(Cli.run("doctor", "-f", file).out())
        .contains("✓ its columns are there", "✓ its timestamps are of the format");
    String text = read(file).replace("revenue", "turnover").replace("HH:mm:ss", "HH:mm");
    Cli wrong = Cli.run("doctor", "-f", Cli.file(folder, "wrong.yaml", text));
    assertThat(wrong.code()).isEqualTo(ExitCodes.POOR_DATA);
    assertThat(wrong.out())
        .contains("has no column turnover")
        .contains("is not of the format yyyy-MM-dd HH:mm");
  }

  @Test
  void theDoctorSaysThatNobodyListens() {
    String endpoint = System.setProperty("aws.endpointUrlLookoutMetrics", "http://127.0.0.1:9");
    try {
      Cli doctor = Cli.run("doctor", "-o", "json");
      assertThat(doctor.code()).isEqualTo(ExitCodes.FAILED);
      assertThat(doctor.out()).contains("cannot be reached").contains("bin/detector keys create");
    } finally {
      System.setProperty("aws.endpointUrlLookoutMetrics", endpoint);
    }
  }

  private static String read(String path) {
    try {
      return Files.readString(Path.of(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void saysWhichGroupIsNotThere() {
    Cli nothing = Cli.run("anomalies", "show", "00000000-0000-0000-0000-000000000000", "-f", file);
    assertThat(nothing.code()).isEqualTo(ExitCodes.NOT_FOUND);
    assertThat(nothing.err()).contains("ResourceNotFoundException");
  }
}
