package dev.tidewatch.detector.operation;

import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.model.AutoDetectionS3SourceConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.Confidence;
import software.amazon.awssdk.services.lookoutmetrics.model.DetectedMetricSetConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.GetSampleDataResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.SampleDataS3SourceConfig;

/** Knows one file, wherever it is asked to look. */
final class KnownPreview implements SourcePreview {
  @Override
  public GetSampleDataResponse sample(SampleDataS3SourceConfig source) {
    return GetSampleDataResponse.builder()
        .headerValues("platform", "revenue")
        .sampleRows(List.of(List.of("web", "1.5"), List.of("app", "2")))
        .build();
  }

  @Override
  public DetectedMetricSetConfig detect(AutoDetectionS3SourceConfig source) {
    return DetectedMetricSetConfig.builder()
        .offset(
            offset -> offset.value(value -> value.n("0")).confidence(Confidence.LOW).message("?"))
        .build();
  }
}
