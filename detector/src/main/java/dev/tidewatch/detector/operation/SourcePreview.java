package dev.tidewatch.detector.operation;

import software.amazon.awssdk.services.lookoutmetrics.model.AutoDetectionS3SourceConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.DetectedMetricSetConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.GetSampleDataResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.SampleDataS3SourceConfig;

/** A look at data before there is a dataset (contract section 6.5). */
public interface SourcePreview {
  /**
   * @throws dev.tidewatch.detector.wire.ApiError a ValidationException when there is nothing to
   *     read
   */
  GetSampleDataResponse sample(SampleDataS3SourceConfig source);

  /**
   * @throws dev.tidewatch.detector.wire.ApiError a ValidationException when there is nothing to
   *     read
   */
  DetectedMetricSetConfig detect(AutoDetectionS3SourceConfig source);
}
