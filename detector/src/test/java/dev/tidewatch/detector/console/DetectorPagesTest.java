package dev.tidewatch.detector.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.console.Browsing.Person;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorPagesTest {
  private static final String HOSTILE = "<script>x()</script>";
  private static final String DEFINITION =
      "{\"MetricList\":[{\"MetricName\":\"revenue\",\"AggregationFunction\":\"SUM\"}],\"DimensionList\":[\"store\"],"
          + "\"TimestampColumn\":{\"ColumnName\":\"at\",\"ColumnFormat\":\"yyyy-MM-dd HH:mm:ss\"},"
          + "\"MetricSource\":{\"S3SourceConfig\":{\"RoleArn\":\"arn:aws:iam::123456789012:role/r\","
          + "\"TemplatedPathList\":[\"s3://shop/{{yyyyMMdd}}/{{HHmm}}/\"],\"FileFormatDescriptor\":"
          + "{\"CsvFormatDescriptor\":{\"ContainsHeader\":true,\"Delimiter\":\",\"}}}}}";

  @TempDir private Path folder;
  private Browsing console;

  @BeforeEach
  void start() {
    console = Browsing.start(folder.resolve("data"));
  }

  @AfterEach
  void stop() {
    console.close();
  }

  private void detector(int id, String name, String status) {
    console
        .database()
        .change(
            handle ->
                handle.execute(
                    "INSERT INTO detector (id, name, description, frequency, status, failure_type, failure_reason,"
                        + " created, modified) VALUES (?, ?, ?, 'PT5M', ?, ?, ?, ?, ?)",
                    id,
                    name,
                    HOSTILE,
                    status,
                    status.equals("FAILED") ? "ACTIVATION_FAILURE" : null,
                    status.equals("FAILED") ? "Bucket " + HOSTILE + " does not exist" : null,
                    1_700_000_000_000L,
                    1_700_000_000_000L + id));
  }

  private void dataset(int id) {
    console
        .database()
        .change(
            handle ->
                handle.execute(
                    "INSERT INTO metric_set VALUES (?, 'sales', ?, 0, 0)", id, DEFINITION));
  }

  private void learning(int id, int learnt) {
    Instant now = Instant.now();
    long next = now.getEpochSecond() / 300 * 300;
    console
        .database()
        .change(
            handle ->
                handle.execute(
                    "INSERT INTO progress VALUES (?, 'CONTINUOUS', 0, ?, ?, 0, NULL, 0)",
                    id,
                    next,
                    learnt));
  }

  private void run(int id, long interval, String status, String reason) {
    console
        .database()
        .change(
            handle ->
                handle.execute(
                    "INSERT INTO execution VALUES (?, ?, ?, ?, ?, ?)",
                    id,
                    interval,
                    status,
                    reason,
                    (interval + 360) * 1000,
                    (interval + 361) * 1000));
  }

  @Test
  void tellsWhatToDoWhereThereIsNoDetector() throws Exception {
    assertThat(console.signedIn(Role.VIEWER).page("/detectors")).contains("No detector yet");
    assertThat(console.anybody().get("/detectors").headers().firstValue("location"))
        .hasValueSatisfying(to -> assertThat(to).startsWith("/sign-in"));
  }

  @Test
  void listsDetectorsWithTheirStateAndFindsThemByName() throws Exception {
    detector(1, "shop", "LEARNING");
    dataset(1);
    learning(1, 212);
    detector(2, "mill", "FAILED");
    Person ana = console.signedIn(Role.VIEWER);
    String page = ana.page("/detectors");
    assertThat(page)
        .contains("learning 212 of 300 intervals, first results ≈", "Failed", "Continuous");
    assertThat(page.indexOf("/d/mill")).isLessThan(page.indexOf("/d/shop"));
    String byName = ana.page("/detectors?sort=name&q=SHO");
    assertThat(byName).contains("/d/shop").doesNotContain("/d/mill");
    assertThat(ana.page("/detectors?q=nobody")).contains("None of the 2 detectors");
  }

  @Test
  void showsADetectorThatLearns() throws Exception {
    detector(1, "shop", "LEARNING");
    dataset(1);
    learning(1, 212);
    String page = console.signedIn(Role.VIEWER).page("/d/shop");
    assertThat(page)
        .contains("Learning: 212 of 300 intervals", "Use history to skip it", "25 hours")
        .contains("arn:aws:lookoutmetrics:us-east-1:123456789012:AnomalyDetector:shop")
        .contains("How it works: Detector setup", "Nothing has run yet")
        .doesNotContain(HOSTILE)
        .doesNotContain("/d/shop/delete");
    assertThat(page).doesNotContain(" style=");
  }

  @Test
  void explainsAFailureWithItsRemedy() throws Exception {
    detector(2, "mill", "FAILED");
    assertThat(console.signedIn(Role.VIEWER).page("/d/mill"))
        .contains("could not be activated", "does not exist", "Mend what the reason names")
        .doesNotContain(HOSTILE);
  }

  @Test
  void keepsALogThatCanBeFilteredAndTakenAway() throws Exception {
    detector(1, "shop", "ACTIVE");
    for (int i = 0; i < 30; i++) {
      run(1, 1_700_000_100L + i * 300L, i == 3 ? "FAILED" : "COMPLETED", i == 3 ? HOSTILE : null);
    }
    Person ana = console.signedIn(Role.VIEWER);
    assertThat(ana.page("/d/shop")).contains("1–25 of 30", "failed (1)").doesNotContain(HOSTILE);
    assertThat(ana.page("/d/shop?runs=failed")).contains("1–1 of 1", "&lt;script&gt;");
    assertThat(ana.page("/d/shop/log.csv").split("\r\n")).hasSize(31);
    assertThat(ana.page("/d/shop/log.json?runs=failed")).contains("\"status\":\"FAILED\"");
  }

  @Test
  void showsTheConfigurationAsTheApiHasIt() throws Exception {
    detector(1, "shop", "INACTIVE");
    dataset(1);
    Person ana = console.signedIn(Role.VIEWER);
    assertThat(ana.page("/d/shop/configuration"))
        .contains("&#34;MetricSetName&#34; : &#34;sales&#34;".replace("&#34;", "\""))
        .contains("bin/detector-setup import --running shop --to shop.yaml")
        .doesNotContain(HOSTILE);
    assertThat(ana.page("/d/shop/tags")).contains("It has no tags");
    assertThat(ana.get("/d/shop/backtest-data").statusCode()).isEqualTo(404);
    assertThat(ana.get("/d/nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void asksAnAdminBeforeItDeletes() throws Exception {
    detector(1, "shop", "INACTIVE");
    dataset(1);
    assertThat(console.signedIn(Role.OPERATOR).get("/d/shop/delete").statusCode()).isEqualTo(403);
    Person admin = console.signedIn(Role.ADMIN);
    assertThat(admin.page("/d/shop/delete")).contains("cannot be", "1 dataset");
    assertThat(admin.post("/d/shop/delete").statusCode()).isEqualTo(403);
    assertThat(admin.submit("/d/shop/delete", "/d/shop/delete").headers().firstValue("location"))
        .hasValue("/detectors");
    assertThat(admin.page("/detectors")).contains("is being deleted");
  }

  @Test
  void tellsWhyTheApiRefuses() throws Exception {
    detector(1, "shop", "INACTIVE");
    Person admin = console.signedIn(Role.ADMIN);
    admin.submit("/d/shop/activate", "/d/shop/activate", "back", "/d/shop");
    assertThat(admin.page("/d/shop")).contains("has no dataset yet");
  }

  @Test
  void showsTheDatasetAndLetsOperatorsOnlyLookIntoTheSource() throws Exception {
    detector(1, "shop", "ACTIVE");
    dataset(1);
    Person ana = console.signedIn(Role.VIEWER);
    assertThat(ana.page("/d/shop/dataset"))
        .contains("revenue", "SUM", "store", "s3://shop/{{yyyyMMdd}}/{{HHmm}}/")
        .contains("Not checked since the server started")
        .doesNotContain("Check now");
    assertThat(ana.submit("/d/shop", "/d/shop/dataset/check").statusCode()).isEqualTo(403);
    assertThat(console.signedIn(Role.OPERATOR).page("/d/shop/dataset")).contains("Check now");
    assertThat(ana.page("/d/shop/dataset?q=" + "%3Cscript%3E"))
        .contains("No series has")
        .doesNotContain("<script>\"");
  }

  @Test
  void saysThatThereIsNoDataset() throws Exception {
    detector(1, "shop", "INACTIVE");
    assertThat(console.signedIn(Role.VIEWER).page("/d/shop/dataset")).contains("no dataset");
  }

  @Test
  void tellsOpenPagesThatSomethingChanged() throws Exception {
    detector(1, "shop", "INACTIVE");
    assertThat(console.anybody().get("/live").statusCode()).isEqualTo(401);
    Person admin = console.signedIn(Role.ADMIN);
    HttpResponse<InputStream> live =
        admin
            .client()
            .send(
                HttpRequest.newBuilder(URI.create(console.url() + "/live"))
                    .timeout(Duration.ofSeconds(20))
                    .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    assertThat(live.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(live.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("event: alive");
      admin.submit("/d/shop/delete", "/d/shop/delete");
      String line = lines.readLine();
      while (!line.equals("event: changed")) {
        line = lines.readLine();
      }
      assertThat(line).isEqualTo("event: changed");
    }
  }
}
