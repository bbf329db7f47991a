package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.wire.ApiError;
import software.amazon.awssdk.services.lookoutmetrics.model.AutoDetectionS3SourceConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.DetectMetricSetConfigRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DetectMetricSetConfigResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.GetSampleDataRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.GetSampleDataResponse;

/** Looks at data before there is a dataset (contract section 6.5). */
public final class PreviewOperations {
  private final Surroundings surroundings;
  private final Resources resources;
  private final SourcePreview preview;

  public PreviewOperations(Surroundings surroundings, SourcePreview preview) {
    this.surroundings = surroundings;
    this.resources = new Resources(surroundings.names());
    this.preview = preview;
  }

  public GetSampleDataResponse sample(GetSampleDataRequest request) {
    if (request.s3SourceConfig() == null) {
      throw ApiError.validation("S3SourceConfig", "is missing; samples are read from S3 only.");
    }
    return preview.sample(request.s3SourceConfig());
  }

  public DetectMetricSetConfigResponse detect(DetectMetricSetConfigRequest request) {
    surroundings
        .database()
        .read(handle -> resources.detector(handle, request.anomalyDetectorArn()));
    AutoDetectionS3SourceConfig source = request.autoDetectionMetricSource().s3SourceConfig();
    if (source == null) {
      throw ApiError.validation(
          "AutoDetectionMetricSource.S3SourceConfig",
          "is missing; formats are detected in S3 only.");
    }
    return DetectMetricSetConfigResponse.builder()
        .detectedMetricSetConfig(preview.detect(source))
        .build();
  }
}
