package dev.tidewatch.detector.server;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.intake.DatasetCheck.Problem;
import dev.tidewatch.detector.intake.FileFormat;
import dev.tidewatch.detector.intake.FormatReader;
import dev.tidewatch.detector.intake.S3Address;
import dev.tidewatch.detector.intake.SourceUnavailable;
import dev.tidewatch.detector.intake.detect.SampleData.Sample;
import dev.tidewatch.detector.intake.s3.S3Refusal;
import dev.tidewatch.detector.intake.source.DataSources;
import dev.tidewatch.detector.operation.SourcePreview;
import dev.tidewatch.detector.wire.ApiError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.AutoDetectionS3SourceConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.DetectedMetricSetConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.GetSampleDataResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.SampleDataS3SourceConfig;

/** Looks into S3 for those who have no dataset yet; what is wrong there is told as the user's. */
final class Previews implements SourcePreview {
  private final DataSources sources;

  Previews(DataSources sources) {
    this.sources = sources;
  }

  @Override
  public GetSampleDataResponse sample(SampleDataS3SourceConfig source) {
    FileFormat format = format(source);
    Optional<Sample> sample =
        source.hasTemplatedPathList()
            ? look(
                "S3SourceConfig.TemplatedPathList",
                () ->
                    sources
                        .sampleData()
                        .ofContinuousPath(source.templatedPathList().get(0), format))
            : look(
                "S3SourceConfig.HistoricalDataPathList",
                () ->
                    sources
                        .sampleData()
                        .ofHistoricalPath(historical(source.historicalDataPathList()), format));
    return sample
        .map(
            found ->
                GetSampleDataResponse.builder()
                    .headerValues(found.columns())
                    .sampleRows(found.rows())
                    .build())
        .orElseThrow(() -> ApiError.validation("S3SourceConfig", "there is no file with records"));
  }

  private static FileFormat format(SampleDataS3SourceConfig source) {
    List<Problem> problems = new ArrayList<>();
    FileFormat format =
        new FormatReader("S3SourceConfig.FileFormatDescriptor", problems::add)
            .read(source.fileFormatDescriptor());
    if (!problems.isEmpty()) {
      throw ApiError.validation(problems.get(0).field(), problems.get(0).message());
    }
    return requireNonNull(format, "format");
  }

  @Override
  public DetectedMetricSetConfig detect(AutoDetectionS3SourceConfig source) {
    Optional<DetectedMetricSetConfig> detected =
        source.hasTemplatedPathList()
            ? look(
                "AutoDetectionMetricSource.S3SourceConfig.TemplatedPathList",
                () -> sources.configDetection().ofContinuousPath(source.templatedPathList().get(0)))
            : look(
                "AutoDetectionMetricSource.S3SourceConfig.HistoricalDataPathList",
                () ->
                    sources
                        .configDetection()
                        .ofHistoricalPath(historical(source.historicalDataPathList())));
    return detected.orElseThrow(
        () ->
            ApiError.validation(
                "AutoDetectionMetricSource.S3SourceConfig", "there is no file with records"));
  }

  private static S3Address historical(List<String> paths) {
    if (paths.isEmpty()) {
      throw new IllegalArgumentException("name a continuous or a historical path");
    }
    return S3Address.of(paths.get(0));
  }

  /** A look that S3 may refuse. */
  @FunctionalInterface
  private interface Look<T> {
    Optional<T> now() throws S3Refusal;
  }

  private static <T> Optional<T> look(String field, Look<T> look) {
    try {
      return look.now();
    } catch (S3Refusal refusal) {
      throw ApiError.validation(field, refusal.reason());
    } catch (SourceUnavailable | IllegalArgumentException unusable) {
      throw ApiError.validation(field, String.valueOf(unusable.getMessage()));
    }
  }
}
