package dev.tidewatch.setup.blueprint;

import static java.util.Objects.requireNonNull;

import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CsvFormatDescriptor;
import software.amazon.awssdk.services.lookoutmetrics.model.S3SourceConfig;

/**
 * A detector that came from elsewhere.
 *
 * @param blueprint all of it
 * @param said what people should know: what was left out and why, and what was assumed
 */
public record Imported(Blueprint blueprint, List<String> said) {
  public Imported {
    requireNonNull(blueprint, "blueprint");
    said = List.copyOf(said);
  }

  /**
   * What its file says: the same, with everything written out that has a default.
   *
   * @param name what mistakes are said to be in
   * @throws dev.tidewatch.metricset.yaml.InvalidYamlFile when it is no detector that can be
   */
  public static Imported of(Blueprint blueprint, List<String> said, String name) {
    Blueprint plain =
        new Blueprint(
            blueprint.name(),
            blueprint.detector(),
            withHeader(blueprint.dataset()),
            blueprint.activation(),
            blueprint.alerts(),
            blueprint.topics(),
            blueprint.metricSet());
    return new Imported(BlueprintFile.read(BlueprintWriter.write(plain), name), said);
  }

  /** The API takes files for headless unless told otherwise, the file takes them for headed. */
  private static CreateMetricSetRequest withHeader(CreateMetricSetRequest dataset) {
    S3SourceConfig s3 = dataset.metricSource().s3SourceConfig();
    if (s3 == null || s3.fileFormatDescriptor().csvFormatDescriptor() == null) {
      return dataset;
    }
    CsvFormatDescriptor csv = s3.fileFormatDescriptor().csvFormatDescriptor();
    if (csv.containsHeader() != null || !csv.hasHeaderList()) {
      return dataset;
    }
    return dataset.toBuilder()
        .metricSource(
            source ->
                source.s3SourceConfig(
                    s3.toBuilder()
                        .fileFormatDescriptor(
                            format ->
                                format.csvFormatDescriptor(
                                    csv.toBuilder().containsHeader(false).build()))
                        .build()))
        .build();
  }
}
