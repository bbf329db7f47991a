package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.catalog.Change;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.catalog.DetectorDraft;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.Failure;
import dev.tidewatch.detector.catalog.LifeCycle;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.catalog.Tags;
import dev.tidewatch.detector.wire.ApiError;
import dev.tidewatch.detector.wire.Page;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAnomalyDetectorResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAnomalyDetectorsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAnomalyDetectorsResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.UpdateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.UpdateAnomalyDetectorResponse;

/** What detectors are declared to be (contract sections 2 and 4.2). */
public final class DetectorOperations {
  private final Surroundings surroundings;
  private final ResourceNames names;
  private final Resources resources;

  public DetectorOperations(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.names = surroundings.names();
    this.resources = new Resources(names);
  }

  public CreateAnomalyDetectorResponse create(CreateAnomalyDetectorRequest request) {
    TagChecks.check(request.tags());
    DetectorDraft draft =
        new DetectorDraft(
            request.anomalyDetectorName(),
            request.anomalyDetectorDescription(),
            interval(request.anomalyDetectorConfig()),
            request.kmsKeyArn());
    String arn = names.detector(draft.name());
    surroundings.database().change(handle -> create(handle, arn, draft, request));
    return CreateAnomalyDetectorResponse.builder().anomalyDetectorArn(arn).build();
  }

  private void create(
      Handle handle, String arn, DetectorDraft draft, CreateAnomalyDetectorRequest request) {
    if (Detectors.find(handle, draft.name()).isPresent()) {
      throw Refusals.nameTaken(ResourceKind.DETECTOR, arn);
    }
    surroundings
        .quotas()
        .oneMoreDetector(Detectors.count(handle))
        .ifPresent(
            excess -> {
              throw Refusals.error(excess, arn);
            });
    Detectors.insert(handle, draft, surroundings.now());
    Tags.put(handle, arn, request.tags());
  }

  private static IntervalLength interval(AnomalyDetectorConfig config) {
    if (config.anomalyDetectorFrequency() == null) {
      throw ApiError.validation(
          "AnomalyDetectorConfig.AnomalyDetectorFrequency",
          "is missing; choose PT5M, PT10M, PT1H or P1D.");
    }
    return IntervalLength.valueOf(config.anomalyDetectorFrequencyAsString());
  }

  public DescribeAnomalyDetectorResponse describe(DescribeAnomalyDetectorRequest request) {
    String arn = request.anomalyDetectorArn();
    Detector detector = surroundings.database().read(handle -> resources.detector(handle, arn));
    DescribeAnomalyDetectorResponse.Builder answer =
        DescribeAnomalyDetectorResponse.builder()
            .anomalyDetectorArn(arn)
            .anomalyDetectorName(detector.name())
            .anomalyDetectorDescription(detector.description())
            .anomalyDetectorConfig(
                config -> config.anomalyDetectorFrequency(detector.interval().name()))
            .creationTime(detector.created())
            .lastModificationTime(detector.modified())
            .status(detector.status())
            .kmsKeyArn(detector.kmsKeyArn());
    Failure failure = detector.failure();
    return failure == null
        ? answer.build()
        : answer.failureType(failure.type()).failureReason(failure.reason()).build();
  }

  public ListAnomalyDetectorsResponse list(ListAnomalyDetectorsRequest request) {
    return surroundings
        .database()
        .read(
            handle -> {
              Page<Detector> page =
                  surroundings.page(
                      request, (after, most) -> Detectors.page(handle, after, most), Detector::id);
              return ListAnomalyDetectorsResponse.builder()
                  .anomalyDetectorSummaryList(
                      page.items().stream().map(detector -> summary(handle, detector)).toList())
                  .nextToken(page.nextToken())
                  .build();
            });
  }

  private AnomalyDetectorSummary summary(Handle handle, Detector detector) {
    String arn = names.detector(detector.name());
    return AnomalyDetectorSummary.builder()
        .anomalyDetectorArn(arn)
        .anomalyDetectorName(detector.name())
        .anomalyDetectorDescription(detector.description())
        .creationTime(detector.created())
        .lastModificationTime(detector.modified())
        .status(detector.status())
        .tags(Tags.of(handle, arn))
        .build();
  }

  /** Members left out stay as they are; one that says what is so already, is no change. */
  public UpdateAnomalyDetectorResponse update(UpdateAnomalyDetectorRequest request) {
    String arn = request.anomalyDetectorArn();
    surroundings.database().change(handle -> update(handle, arn, request));
    return UpdateAnomalyDetectorResponse.builder().anomalyDetectorArn(arn).build();
  }

  private void update(Handle handle, String arn, UpdateAnomalyDetectorRequest request) {
    Detector detector = resources.detector(handle, arn);
    String description =
        changed(
            detector,
            Change.DETECTOR_DESCRIPTION,
            detector.description(),
            request.anomalyDetectorDescription());
    String key = changed(detector, Change.KMS_KEY, detector.kmsKeyArn(), request.kmsKeyArn());
    AnomalyDetectorConfig config = request.anomalyDetectorConfig();
    IntervalLength wanted = config == null ? detector.interval() : interval(config);
    changed(detector, Change.INTERVAL, detector.interval(), wanted);
    Detectors.update(handle, detector.id(), description, wanted, key, surroundings.now());
  }

  private <T> @Nullable T changed(
      Detector detector, Change change, @Nullable T present, @Nullable T wanted) {
    if (wanted == null || Objects.equals(present, wanted)) {
      return present;
    }
    LifeCycle.against(detector, change)
        .ifPresent(
            refusal -> {
              throw Refusals.error(refusal, names.detector(detector.name()));
            });
    return wanted;
  }
}
