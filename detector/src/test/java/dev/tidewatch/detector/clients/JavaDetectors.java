package dev.tidewatch.detector.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AggregationFunction;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.CSVFileCompression;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.FileFormatDescriptor;
import software.amazon.awssdk.services.lookoutmetrics.model.Frequency;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSetSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSource;
import software.amazon.awssdk.services.lookoutmetrics.model.ResourceNotFoundException;

/** A backtest and a live detector with their datasets, from the first call to the last. */
final class JavaDetectors {
  static final String ROLE = "arn:aws:iam::123456789012:role/sales";
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final LookoutMetricsClient client;
  private final Checks checks;
  private final Stage stage;
  private String backtest;
  private String live;
  private String backtestDataset;
  private String liveDataset;

  JavaDetectors(LookoutMetricsClient client, Checks checks, Stage stage) {
    this.client = client;
    this.checks = checks;
    this.stage = stage;
  }

  String backtest() {
    return backtest;
  }

  String backtestDataset() {
    return backtestDataset;
  }

  /** Makes, changes, describes and lists the detectors. */
  void make() {
    backtest = make("java-backtest", Frequency.PT1_H);
    live = make("java-live", Frequency.PT5_M);
    checks.operation(
        "UpdateAnomalyDetector",
        () ->
            assertThat(
                    client
                        .updateAnomalyDetector(
                            r -> r.anomalyDetectorArn(live).anomalyDetectorDescription("new"))
                        .anomalyDetectorArn())
                .isEqualTo(live));
    DescribeAnomalyDetectorResponse described =
        checks.operation(
            "DescribeAnomalyDetector",
            () -> client.describeAnomalyDetector(r -> r.anomalyDetectorArn(live)));
    checks.check(
        "operation",
        "DescribeAnomalyDetector",
        () -> {
          assertThat(described.anomalyDetectorDescription()).isEqualTo("new");
          assertThat(described.status()).isEqualTo(AnomalyDetectorStatus.INACTIVE);
        });
    checks.check(
        "other",
        "times as numbers",
        () ->
            assertThat(described.creationTime())
                .isCloseTo(Instant.now(), within(10, ChronoUnit.MINUTES)));
    checks.operation(
        "ListAnomalyDetectors",
        () ->
            assertThat(client.listAnomalyDetectors(r -> {}).anomalyDetectorSummaryList())
                .extracting(AnomalyDetectorSummary::anomalyDetectorArn)
                .contains(backtest, live));
    checks.step(
        "paginator",
        "ListAnomalyDetectors",
        () ->
            assertThat(
                    client.listAnomalyDetectorsPaginator(r -> r.maxResults(1)).stream()
                        .flatMap(page -> page.anomalyDetectorSummaryList().stream())
                        .map(AnomalyDetectorSummary::anomalyDetectorArn))
                .doesNotHaveDuplicates()
                .contains(backtest, live));
  }

  private String make(String name, Frequency frequency) {
    return checks.operation(
        "CreateAnomalyDetector",
        () ->
            client
                .createAnomalyDetector(
                    r ->
                        r.anomalyDetectorName(name)
                            .anomalyDetectorDescription("by a client")
                            .anomalyDetectorConfig(c -> c.anomalyDetectorFrequency(frequency))
                            .tags(Map.of("team", "sales")))
                .anomalyDetectorArn());
  }

  /** Looks at the data, then adds, changes, describes and lists the datasets. */
  void addDatasets() {
    String history = stage.setting("HISTORY_PATH");
    checks.operation(
        "GetSampleData",
        () -> {
          var sample =
              client.getSampleData(
                  r ->
                      r.s3SourceConfig(
                          s3 ->
                              s3.roleArn(ROLE)
                                  .historicalDataPathList(history)
                                  .fileFormatDescriptor(csv())));
          assertThat(sample.headerValues()).contains("time", "revenue");
          return assertThat(sample.sampleRows()).isNotEmpty();
        });
    checks.operation(
        "DetectMetricSetConfig",
        () ->
            assertThat(
                    client
                        .detectMetricSetConfig(
                            r ->
                                r.anomalyDetectorArn(backtest)
                                    .autoDetectionMetricSource(
                                        source ->
                                            source.s3SourceConfig(
                                                s3 -> s3.historicalDataPathList(history))))
                        .detectedMetricSetConfig()
                        .metricSource()
                        .s3SourceConfig()
                        .fileFormatDescriptor()
                        .csvFormatDescriptor()
                        .delimiter()
                        .value()
                        .s())
                .isEqualTo(","));
    backtestDataset =
        add(backtest, "history", Frequency.PT1_H, source(s3 -> s3.historicalDataPathList(history)));
    liveDataset =
        add(
            live,
            "live",
            Frequency.PT5_M,
            source(s3 -> s3.templatedPathList(stage.setting("LIVE_PATH"))));
    checks.operation(
        "UpdateMetricSet",
        () -> client.updateMetricSet(r -> r.metricSetArn(liveDataset).offset(60)));
    checks.operation(
        "DescribeMetricSet",
        () -> {
          var described = client.describeMetricSet(r -> r.metricSetArn(liveDataset));
          assertThat(described.offset()).isEqualTo(60);
          assertThat(described.creationTime())
              .isCloseTo(Instant.now(), within(10, ChronoUnit.MINUTES));
          return assertThat(described.dimensionList()).containsExactly("country", "platform");
        });
    checks.operation(
        "ListMetricSets",
        () ->
            assertThat(
                    client.listMetricSets(r -> r.anomalyDetectorArn(live)).metricSetSummaryList())
                .extracting(MetricSetSummary::metricSetArn)
                .containsExactly(liveDataset));
    checks.step(
        "paginator",
        "ListMetricSets",
        () ->
            assertThat(
                    client.listMetricSetsPaginator(r -> r.maxResults(1)).stream()
                        .flatMap(page -> page.metricSetSummaryList().stream())
                        .map(MetricSetSummary::metricSetArn))
                .doesNotHaveDuplicates()
                .contains(backtestDataset, liveDataset));
  }

  private String add(String detector, String name, Frequency frequency, MetricSource source) {
    return checks.operation("CreateMetricSet", () -> create(detector, name, frequency, source));
  }

  private String create(String detector, String name, Frequency frequency, MetricSource source) {
    return client
        .createMetricSet(
            r ->
                r.anomalyDetectorArn(detector)
                    .metricSetName(name)
                    .metricList(sum("views"), sum("orders"), sum("revenue"))
                    .dimensionList("country", "platform")
                    .timestampColumn(c -> c.columnName("time").columnFormat("yyyy-MM-dd HH:mm:ss"))
                    .metricSetFrequency(frequency)
                    .timezone("UTC")
                    .metricSource(source)
                    .tags(Map.of("team", "sales")))
        .metricSetArn();
  }

  /** One dataset more than a detector may have. */
  void addAnotherDataset() {
    create(
        backtest,
        "another",
        Frequency.PT1_H,
        source(s3 -> s3.historicalDataPathList(stage.setting("HISTORY_PATH"))));
  }

  private static Metric sum(String measure) {
    return Metric.builder()
        .metricName(measure)
        .aggregationFunction(AggregationFunction.SUM)
        .build();
  }

  private static MetricSource source(
      java.util.function.Consumer<
              software.amazon.awssdk.services.lookoutmetrics.model.S3SourceConfig.Builder>
          paths) {
    return MetricSource.builder()
        .s3SourceConfig(s3 -> paths.accept(s3.roleArn(ROLE).fileFormatDescriptor(csv())))
        .build();
  }

  private static FileFormatDescriptor csv() {
    return FileFormatDescriptor.builder()
        .csvFormatDescriptor(
            csv ->
                csv.containsHeader(true)
                    .delimiter(",")
                    .charset("UTF-8")
                    .fileCompression(CSVFileCompression.NONE)
                    .quoteSymbol("\""))
        .build();
  }

  /** Runs the backtest to its end, and starts and stops the live detector. */
  void run() {
    checks.operation(
        "BackTestAnomalyDetector",
        () -> {
          client.backTestAnomalyDetector(r -> r.anomalyDetectorArn(backtest));
          return reach(backtest, AnomalyDetectorStatus.BACK_TEST_COMPLETE);
        });
    checks.operation(
        "ActivateAnomalyDetector",
        () -> {
          client.activateAnomalyDetector(r -> r.anomalyDetectorArn(live));
          return reach(live, AnomalyDetectorStatus.LEARNING, AnomalyDetectorStatus.ACTIVE);
        });
    checks.operation(
        "DeactivateAnomalyDetector",
        () -> {
          client.deactivateAnomalyDetector(r -> r.anomalyDetectorArn(live));
          return reach(live, AnomalyDetectorStatus.DEACTIVATED, AnomalyDetectorStatus.INACTIVE);
        });
  }

  private AnomalyDetectorStatus reach(String detector, AnomalyDetectorStatus... wanted) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> status(detector), Set.copyOf(List.of(wanted))::contains);
  }

  private AnomalyDetectorStatus status(String detector) {
    var described = client.describeAnomalyDetector(r -> r.anomalyDetectorArn(detector));
    assertThat(described.status())
        .as(described.failureReason())
        .isNotEqualTo(AnomalyDetectorStatus.FAILED);
    return described.status();
  }

  /** Deletes both and waits until they are gone. */
  void delete() {
    for (String detector : List.of(backtest, live)) {
      checks.operation(
          "DeleteAnomalyDetector",
          () -> {
            client.deleteAnomalyDetector(r -> r.anomalyDetectorArn(detector));
            await().atMost(PATIENCE).until(() -> isGone(detector));
            return true;
          });
    }
  }

  private boolean isGone(String detector) {
    try {
      client.describeAnomalyDetector(r -> r.anomalyDetectorArn(detector));
      return false;
    } catch (ResourceNotFoundException gone) {
      return true;
    }
  }
}
