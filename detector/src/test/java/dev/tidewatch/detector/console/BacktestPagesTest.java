package dev.tidewatch.detector.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tidewatch.detector.access.NewAccessKey;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.console.Browsing.Person;
import dev.tidewatch.detector.intake.Bucket;
import dev.tidewatch.detector.intake.cloudwatch.FakeCloudWatch;
import dev.tidewatch.detector.trial.ShopHistory;
import dev.tidewatch.localaws.LocalAws;
import dev.tidewatch.localaws.LocalAwsExtension;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSource;

/** Trials as people begin them: from the form, of a real server that reads real sources. */
@ExtendWith(LocalAwsExtension.class)
class BacktestPagesTest {
  private static final String ROLE = "arn:aws:iam::123456789012:role/L4M";
  private static final String[] USUAL = {
    "base", "shop", "measure", "orders", "measure", "revenue", "dimension", "country",
    "dimension", "platform", "interval", "PT1H", "offset", "60", "threshold", "70"
  };
  private static final Map<String, String> BEFORE = new TreeMap<>();

  @TempDir private Path folder;
  private Browsing console;
  private LookoutMetricsClient client;

  @BeforeAll
  static void writeHistory(LocalAws aws) {
    Bucket.of(aws, "form").put("history/all.csv", ShopHistory.csv());
    set("aws.endpointUrlS3", aws.endpoints().s3().toString());
    set("aws.region", "us-east-1");
    set("aws.accessKeyId", aws.environment().get("AWS_ACCESS_KEY_ID"));
    set("aws.secretAccessKey", aws.environment().get("AWS_SECRET_ACCESS_KEY"));
  }

  private static void set(String property, String value) {
    BEFORE.putIfAbsent(property, System.getProperty(property, ""));
    System.setProperty(property, value);
  }

  @AfterAll
  static void forgetWhereAwsIs() {
    BEFORE.forEach(
        (property, value) -> {
          if (value.isEmpty()) {
            System.clearProperty(property);
          } else {
            System.setProperty(property, value);
          }
        });
  }

  @BeforeEach
  void start() {
    console = Browsing.start(folder.resolve("data"));
    NewAccessKey key = console.key(Role.ADMIN);
    client =
        LookoutMetricsClient.builder()
            .endpointOverride(URI.create(console.url()))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(key.key().id(), key.secret().reveal())))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    console.close();
  }

  private String detector(String name, String interval) {
    return client
        .createAnomalyDetector(
            request ->
                request
                    .anomalyDetectorName(name)
                    .anomalyDetectorConfig(config -> config.anomalyDetectorFrequency(interval)))
        .anomalyDetectorArn();
  }

  private void dataset(String arn, MetricSource source, String... measures) {
    client.createMetricSet(
        CreateMetricSetRequest.builder()
            .anomalyDetectorArn(arn)
            .metricSetName("sales")
            .offset(60)
            .metricList(List.of(measures).stream().map(BacktestPagesTest::sum).toList())
            .dimensionList("country", "platform")
            .timestampColumn(column -> column.columnName("time").columnFormat("UNIX"))
            .metricSource(source)
            .build());
  }

  private static Metric sum(String name) {
    return Metric.builder().metricName(name).aggregationFunction("SUM").build();
  }

  private void shop() {
    dataset(
        detector("shop", "PT1H"),
        MetricSource.builder()
            .s3SourceConfig(
                s3 ->
                    s3.roleArn(ROLE)
                        .templatedPathList("s3://form/live/{{yyyyMMdd}}/{{HHmm}}/")
                        .historicalDataPathList("s3://form/history/")
                        .fileFormatDescriptor(
                            format ->
                                format.csvFormatDescriptor(
                                    csv -> csv.containsHeader(true).delimiter(","))))
            .build(),
        "orders",
        "revenue");
  }

  private static String[] usual(String... more) {
    List<String> fields = new ArrayList<>(List.of(USUAL));
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  private static String leadsTo(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("location").orElseThrow();
  }

  private static void waitFor(Callable<Boolean> condition) {
    await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(50)).until(condition);
  }

  /** Looks again and again, as people do, until it no longer runs. */
  private static String ended(Person person, String page) {
    waitFor(() -> !person.page(page).contains("running:"));
    try {
      return person.page(page);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void twoSettingsAreTriedComparedAndOneIsPromoted() throws Exception {
    shop();
    Person admin = console.signedIn(Role.ADMIN);
    assertThat(admin.page("/backtest"))
        .contains("The settings of", "value=\"PT1H\" selected", "name=\"offset\" value=\"60\"");
    String all =
        leadsTo(admin.submit("/backtest", "/backtest", usual("labels", ShopHistory.labels())));
    assertThat(all).isEqualTo("/backtest/shop-trial-1");
    assertThat(ended(admin, all))
        .contains("What it found", "2 of 2 known anomalies found", "Promote to live");
    String few =
        leadsTo(
            admin.submit(
                "/backtest",
                "/backtest",
                "base",
                "shop",
                "measure",
                "orders",
                "dimension",
                "country",
                "value:country",
                "uk\n\n uk ",
                "interval",
                "PT1H",
                "offset",
                "120",
                "threshold",
                "50",
                "first",
                "2026-03-03",
                "last",
                "2026-03-22"));
    assertThat(ended(admin, few))
        .contains("country: uk", "120 seconds", "3 Mar 2026 00:00 to 23 Mar 2026 00:00");

    String compared = admin.page("/backtest?one=shop-trial-1&other=shop-trial-2");
    assertThat(compared)
        .contains("What they tried", "Only shop-trial-1", "Both, as shop-trial-1 has it")
        .contains("<strong><bdi>country: uk</bdi></strong>", ", different");

    String asking = few + "/promote";
    assertThat(admin.page(asking)).contains("value=\"shop-tuned-1\"", "Make it live", "Cancel");
    HttpResponse<String> refused = admin.submit(asking, asking, "name", "no name!");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("class=\"wrong\"", "value=\"no name!\"");
    assertThat(leadsTo(admin.submit(asking, asking, "name", "shop-better")))
        .isEqualTo("/d/shop-better");
    assertThat(
            client.listAnomalyDetectors(any -> {}).anomalyDetectorSummaryList().stream()
                .map(AnomalyDetectorSummary::anomalyDetectorName))
        .containsExactlyInAnyOrder("shop", "shop-better");
    assertThat(admin.page("/detectors")).contains("/d/shop-better").doesNotContain("/d/shop-trial");
    assertThat(admin.page("/?from=2026-03-01&to=2026-04-01&sev=0&detector=shop"))
        .doesNotContain("/d/shop-trial");
    assertThat(admin.page("/d/shop-trial-1")).contains("shop-trial-1");
  }

  @Test
  void everyMistakeIsToldBesideItsField() throws Exception {
    shop();
    Person admin = console.signedIn(Role.ADMIN);
    HttpResponse<String> answer =
        admin.submit(
            "/backtest",
            "/backtest",
            "base",
            "shop",
            "dimension",
            "country",
            "value:platform",
            "web",
            "interval",
            "PT7M",
            "offset",
            "-5",
            "first",
            "2026-13-01",
            "last",
            "",
            "threshold",
            "900",
            "labels",
            "<b>kept</b>");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("choose at least one measure")
        .contains("“platform” has values but is not ticked")
        .contains("an interval is PT5M, PT10M, PT1H or P1D, not “PT7M”")
        .contains("an offset is 0 to 432000 seconds, not “-5”")
        .contains("“2026-13-01” is no day such as 2026-11-20")
        .contains("a severity is 0 to 100, not “900”")
        .contains("&lt;b&gt;kept&lt;/b&gt;", "href=\"#field-offset\"");
    assertThat(admin.submit("/backtest", "/backtest", usual("labels", "nonsense")).body())
        .contains("line 1: a line is start,end,dimension=value");
    assertThat(
            admin
                .submit(
                    "/backtest", "/backtest", usual("first", "2026-03-03", "last", "2026-03-04"))
                .body())
        .contains("from 2026-03-03 to 2026-03-04 there are 48 intervals");
    assertThat(admin.page("/backtest")).contains("None yet");
  }

  @Test
  void onlyAdminsTry() throws Exception {
    shop();
    Person viewer = console.signedIn(Role.VIEWER);
    assertThat(viewer.page("/backtest")).contains("None yet").doesNotContain("Begin the trial");
    assertThat(viewer.submit("/backtest", "/backtest", USUAL).statusCode()).isEqualTo(403);
    assertThat(viewer.get("/backtest/shop-trial-1/promote").statusCode()).isEqualTo(403);
    Person operator = console.signedIn(Role.OPERATOR);
    assertThat(operator.submit("/backtest", "/backtest", USUAL).statusCode()).isEqualTo(403);
  }

  @Test
  void metricsOfCloudWatchAreTried() throws Exception {
    try (FakeCloudWatch metrics = new FakeCloudWatch()) {
      set("aws.endpointUrlCloudWatch", metrics.endpoint().toString());
      String arn = detector("services", "PT1H");
      client.createMetricSet(
          request ->
              request
                  .anomalyDetectorArn(arn)
                  .metricSetName("services")
                  .metricList(
                      metric ->
                          metric
                              .metricName("latency")
                              .aggregationFunction("SUM")
                              .namespace("Services"))
                  .dimensionList("Service")
                  .metricSource(source -> source.cloudWatchConfig(config -> config.roleArn(ROLE))));
      Person admin = console.signedIn(Role.ADMIN);
      String trial =
          leadsTo(
              admin.submit(
                  "/backtest",
                  "/backtest",
                  "base",
                  "services",
                  "measure",
                  "latency",
                  "dimension",
                  "Service",
                  "interval",
                  "PT5M",
                  "offset",
                  "0",
                  "threshold",
                  "70"));
      assertThat(ended(admin, trial)).contains("What it found", "services");
    } finally {
      System.clearProperty("aws.endpointUrlCloudWatch");
    }
  }

  @Test
  void whatHasNoHistoryIsRefusedWithWhatToDo() throws Exception {
    dataset(
        detector("shop", "PT1H"),
        MetricSource.builder()
            .s3SourceConfig(
                s3 ->
                    s3.roleArn(ROLE)
                        .templatedPathList("s3://form/live/{{yyyyMMdd}}/{{HHmm}}/")
                        .fileFormatDescriptor(
                            format ->
                                format.csvFormatDescriptor(
                                    csv -> csv.containsHeader(true).delimiter(","))))
            .build(),
        "orders",
        "revenue");
    HttpResponse<String> answer =
        console.signedIn(Role.ADMIN).submit("/backtest", "/backtest", USUAL);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("Nothing was begun", "continuous path only", "name the folder that holds it");
  }

  @Test
  void sampleDataAreTriedAndTheirTrialsGoWithThem() throws Exception {
    Person admin = console.signedIn(Role.ADMIN);
    admin.submit("/", "/sample");
    waitFor(() -> admin.page("/backtest").contains("value=\"marketplace\""));
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String trial =
        leadsTo(
            admin.submit(
                "/backtest",
                "/backtest",
                "base",
                "sample-shop",
                "measure",
                "orders",
                "measure",
                "revenue",
                "dimension",
                "marketplace",
                "interval",
                "PT10M",
                "offset",
                "15",
                "threshold",
                "50",
                "first",
                today.minusDays(4).toString(),
                "last",
                today.minusDays(1).toString()));
    assertThat(ended(admin, trial)).contains("What it found", "<dd><bdi>576</bdi></dd>");
    admin.submit("/", "/sample/remove");
    waitFor(() -> admin.get(trial).statusCode() == 404);
    assertThat(client.listAnomalyDetectors(any -> {}).anomalyDetectorSummaryList()).isEmpty();
  }
}
