package dev.tidewatch.detector.sample;

import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.catalog.Tags;
import dev.tidewatch.detector.operation.Operations;
import dev.tidewatch.detector.schedule.Progress;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.detector.wire.SdkJson;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.ActivateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.AggregationFunction;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DeleteAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Frequency;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.UpdateMetricSetRequest;

/** The sample's detector, made and moved by the calls that users have. */
final class SampleDetector {
  static final String NAME = "sample-shop";
  static final String BUCKET = "sthree-tidewatch-sample";
  private static final String TAG = "tidewatch:sample";
  private static final Caller CALLER = new Caller("sample data", Role.ADMIN);

  /**
   * So much later than usual intervals are due at first: the detector learns from what was before,
   * and judges the rest as soon as it is told not to wait any longer.
   */
  static final Duration WAITING = Incident.CYCLE;

  private static final Duration OFFSET = Duration.ofSeconds(15);

  private final Database database;
  private final ResourceNames names;
  private final Operations operations;

  SampleDetector(Database database, ResourceNames names, Operations operations) {
    this.database = database;
    this.names = names;
    this.operations = operations;
  }

  /** The detector of this name, whosever it is. */
  Optional<Detector> find() {
    return database.read(handle -> Detectors.find(handle, NAME));
  }

  /** Whether the detector of this name was made here, and not by a user. */
  boolean isOurs() {
    return database.read(handle -> Tags.of(handle, arn())).containsKey(TAG);
  }

  void create() {
    call(
        "CreateAnomalyDetector",
        CreateAnomalyDetectorRequest.builder()
            .anomalyDetectorName(NAME)
            .anomalyDetectorDescription("A shop made up on this machine, with planted anomalies")
            .anomalyDetectorConfig(config -> config.anomalyDetectorFrequency(Frequency.PT5_M))
            .tags(Map.of(TAG, "yes"))
            .build());
  }

  boolean hasDataset(Detector detector) {
    return database.read(handle -> MetricSets.of(handle, detector.id())).isPresent();
  }

  void addDataset() {
    String root = "s3://" + BUCKET + "/";
    call(
        "CreateMetricSet",
        CreateMetricSetRequest.builder()
            .anomalyDetectorArn(arn())
            .metricSetName(NAME)
            .metricSetDescription("Files below the server's own folder")
            .metricSetFrequency(Frequency.PT5_M)
            .offset((int) WAITING.toSeconds())
            .timezone("UTC")
            .metricList(SampleShop.MEASURES.stream().map(SampleDetector::sum).toList())
            .dimensionList(SampleShop.DIMENSIONS)
            .timestampColumn(column -> column.columnName(SampleShop.TIME).columnFormat("UNIX"))
            .metricSource(
                source ->
                    source.s3SourceConfig(
                        s3 ->
                            s3.roleArn("arn:aws:iam::123456789012:role/nobody")
                                .templatedPathList(root + "live/{{yyyyMMdd}}/{{HHmm}}/")
                                .historicalDataPathList(root + "history/")
                                .fileFormatDescriptor(
                                    format ->
                                        format.csvFormatDescriptor(
                                            csv ->
                                                csv.fileCompression("NONE")
                                                    .charset("UTF-8")
                                                    .containsHeader(true)
                                                    .delimiter(",")
                                                    .quoteSymbol("\"")))))
            .build());
  }

  private static Metric sum(String measure) {
    return Metric.builder()
        .metricName(measure)
        .aggregationFunction(AggregationFunction.SUM)
        .build();
  }

  void activate() {
    call(
        "ActivateAnomalyDetector",
        ActivateAnomalyDetectorRequest.builder().anomalyDetectorArn(arn()).build());
  }

  /** Whether intervals are still due much later than usual. */
  boolean waits(Detector detector) {
    return database.read(
        handle ->
            MetricSets.of(handle, detector.id())
                .map(entry -> entry.definition().offset())
                .filter(offset -> offset == WAITING.toSeconds())
                .isPresent());
  }

  /** Has it judge all there is by now. */
  void catchUp() {
    call(
        "UpdateMetricSet",
        UpdateMetricSetRequest.builder()
            .metricSetArn(names.metricSet(NAME, NAME))
            .offset((int) OFFSET.toSeconds())
            .build());
  }

  void delete() {
    call(
        "DeleteAnomalyDetector",
        DeleteAnomalyDetectorRequest.builder().anomalyDetectorArn(arn()).build());
  }

  /** The start of the next interval it judges; none before it has learnt. */
  Optional<Instant> next(Detector detector) {
    return database.read(handle -> Progress.find(handle, detector.id())).map(Progress::next);
  }

  private String arn() {
    return names.detector(NAME);
  }

  private void call(String operation, LookoutMetricsRequest request) {
    operations.answer(operation, SdkJson.write(request), CALLER);
  }
}
