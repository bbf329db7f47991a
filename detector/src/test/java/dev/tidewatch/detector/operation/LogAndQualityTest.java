package dev.tidewatch.detector.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectionTaskStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorDataQualityMetric;
import software.amazon.awssdk.services.lookoutmetrics.model.DataQualityMetric;
import software.amazon.awssdk.services.lookoutmetrics.model.DataQualityMetricType;
import software.amazon.awssdk.services.lookoutmetrics.model.ExecutionStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationException;

class LogAndQualityTest extends LookoutTest {
  private String detector;

  @BeforeEach
  void createDetector() {
    detector = lookout.createDetector("shop");
  }

  @Test
  void listsRunsNewestFirst() {
    run(0, "COMPLETED", null);
    run(1, "FAILED", "no datapoint at the source");
    assertThat(executions(null))
        .containsExactly(
            ExecutionStatus.builder()
                .timestamp("2026-11-20T10:05Z[UTC]")
                .status(AnomalyDetectionTaskStatus.FAILED)
                .failureReason("no datapoint at the source")
                .build(),
            ExecutionStatus.builder()
                .timestamp("2026-11-20T10:00Z[UTC]")
                .status(AnomalyDetectionTaskStatus.COMPLETED)
                .build());
  }

  @Test
  void selectsOneRunByItsTimeInEitherForm() {
    run(0, "COMPLETED", null);
    run(1, "COMPLETED", null);
    for (String time :
        List.of(
            "2026-11-20T10:05Z[UTC]",
            "2026-11-20T10:05:00Z",
            "2026-11-20T12:05:00+02:00[Europe/Helsinki]")) {
      assertThat(executions(time))
          .extracting(ExecutionStatus::timestamp)
          .containsExactly("2026-11-20T10:05Z[UTC]");
    }
    assertThat(executions("2026-11-20T10:10:00Z")).isEmpty();
    assertThatThrownBy(() -> executions("yesterday")).isInstanceOf(ValidationException.class);
  }

  @Test
  void tellsTheQualityOfEachRunOfTheDataset() {
    String dataset = lookout.createMetricSet(detector);
    quality(0, "ROWS_PROCESSED", "", 42);
    quality(1, "COLUMN_COMPLETENESS", "revenue", 0.5);
    quality(1, "ROWS_PROCESSED", "", 21);
    List<AnomalyDetectorDataQualityMetric> runs = quality(dataset);
    assertThat(runs)
        .extracting(AnomalyDetectorDataQualityMetric::startTimestamp)
        .containsExactly(FoundAnomalies.time(1), FoundAnomalies.time(0));
    assertThat(runs.get(0).metricSetDataQualityMetricList()).hasSize(1);
    assertThat(runs.get(0).metricSetDataQualityMetricList().get(0).metricSetArn())
        .isEqualTo(dataset);
    assertThat(runs.get(0).metricSetDataQualityMetricList().get(0).dataQualityMetricList())
        .containsExactly(
            DataQualityMetric.builder()
                .metricType(DataQualityMetricType.COLUMN_COMPLETENESS)
                .metricDescription("Share of records with a value of revenue, 0 to 1")
                .relatedColumnName("revenue")
                .metricValue(0.5)
                .build(),
            DataQualityMetric.builder()
                .metricType(DataQualityMetricType.ROWS_PROCESSED)
                .metricDescription("Records read")
                .metricValue(21.0)
                .build());
    assertThat(quality(null)).isEqualTo(runs);
  }

  @Test
  void tellsTheQualityOfTheNewestHundredRuns() {
    lookout.createMetricSet(detector);
    for (int place = 0; place < 101; place++) {
      quality(place, "ROWS_PROCESSED", "", place);
    }
    assertThat(quality(null))
        .hasSize(100)
        .last()
        .extracting(AnomalyDetectorDataQualityMetric::startTimestamp)
        .isEqualTo(FoundAnomalies.time(1));
  }

  @Test
  void knowsAWordForEveryKindOfQuality() {
    assertThat(DataQualityMetricType.knownValues())
        .allSatisfy(
            type ->
                assertThat(QualityWords.describe(type.toString(), "column"))
                    .isNotEqualTo(type.toString())
                    .isNotBlank());
  }

  @Test
  void tellsNothingOfAnotherDetectorsDataset() {
    assertThat(quality(null)).isEmpty();
    assertThatThrownBy(() -> quality(lookout.names.metricSet("shop", "sales")))
        .isInstanceOf(ResourceNotFoundException.class);
    lookout.createMetricSet(detector);
    String other = lookout.createMetricSet(lookout.createDetector("shop-2"));
    assertThatThrownBy(() -> quality(other)).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void showsSamplesAndDetectedFormats() {
    assertThat(
            client
                .getSampleData(
                    request ->
                        request.s3SourceConfig(
                            s3 ->
                                s3.roleArn(Examples.ROLE)
                                    .historicalDataPathList(Examples.HISTORY)
                                    .fileFormatDescriptor(Examples.csv())))
                .sampleRows())
        .containsExactly(List.of("web", "1.5"), List.of("app", "2"));
    assertThat(
            client
                .detectMetricSetConfig(
                    request ->
                        request
                            .anomalyDetectorArn(detector)
                            .autoDetectionMetricSource(
                                source ->
                                    source.s3SourceConfig(
                                        s3 -> s3.historicalDataPathList(Examples.HISTORY))))
                .detectedMetricSetConfig()
                .offset()
                .value()
                .n())
        .isEqualTo("0");
  }

  @Test
  void looksNowhereWithoutASource() {
    assertThatThrownBy(() -> client.getSampleData(request -> {}))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("S3SourceConfig: is missing");
    assertThatThrownBy(
            () ->
                client.detectMetricSetConfig(
                    request ->
                        request
                            .anomalyDetectorArn(detector)
                            .autoDetectionMetricSource(source -> {})))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("S3SourceConfig: is missing");
  }

  private List<ExecutionStatus> executions(@Nullable String timestamp) {
    return client
        .describeAnomalyDetectionExecutions(
            request -> request.anomalyDetectorArn(detector).timestamp(timestamp))
        .executionList();
  }

  private List<AnomalyDetectorDataQualityMetric> quality(@Nullable String dataset) {
    return client
        .getDataQualityMetrics(
            request -> request.anomalyDetectorArn(detector).metricSetArn(dataset))
        .anomalyDetectorDataQualityMetricList();
  }

  private void run(int place, String status, @Nullable String reason) {
    lookout.database.change(
        handle ->
            handle.execute(
                "INSERT INTO execution VALUES (?, ?, ?, ?, 0, 0)",
                lookout.find(detector).id(),
                FoundAnomalies.time(place).getEpochSecond(),
                status,
                reason));
  }

  private void quality(int place, String metric, String column, double value) {
    lookout.database.change(
        handle ->
            handle.execute(
                "INSERT INTO quality VALUES (?, ?, ?, ?, ?)",
                lookout.find(detector).id(),
                FoundAnomalies.time(place).getEpochSecond(),
                metric,
                column,
                value));
  }
}
