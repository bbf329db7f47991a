package dev.tidewatch.setup.blueprint;

import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.yaml.YamlMapping;
import dev.tidewatch.metricset.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.AppFlowConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.AthenaSourceConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.CloudWatchConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSource;
import software.amazon.awssdk.services.lookoutmetrics.model.RDSSourceConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.RedshiftSourceConfig;
import software.amazon.awssdk.services.lookoutmetrics.model.S3SourceConfig;

/** The section {@code detector.dataset.source}: exactly one of the sources of the API. */
final class SourceSection {
  static final List<String> KEYS =
      List.of("s3", "cloudwatch", "athena", "rds", "redshift", "appflow");

  private final Measured measured;
  private final Activation activation;

  SourceSection(Measured measured, Activation activation) {
    this.measured = measured;
    this.activation = activation;
  }

  /** The interval files of the ETL job; empty where they go to a folder no detector reads. */
  static Optional<MetricSource> usual(MetricSet metricSet) {
    String path = metricSet.output().location() + "/" + metricSet.output().layout();
    return Optional.of(
        MetricSource.builder()
            .s3SourceConfig(
                S3SourceConfig.builder()
                    .templatedPathList(path)
                    .fileFormatDescriptor(S3Section.usualFormat())
                    .build())
            .build());
  }

  Optional<MetricSource> read(YamlValue section) {
    return section.mapping(KEYS).flatMap(keys -> readOne(section, keys));
  }

  private Optional<MetricSource> readOne(YamlValue section, YamlMapping keys) {
    List<String> given = KEYS.stream().filter(key -> keys.optional(key).isPresent()).toList();
    if (given.size() != 1) {
      section.problem(
          given.isEmpty() ? "names no source" : "names " + String.join(" and ", given),
          "Give exactly one of " + String.join(", ", KEYS));
      return Optional.empty();
    }
    String key = given.get(0);
    return keys.optional(key).flatMap(value -> read(key, section, value));
  }

  private Optional<MetricSource> read(String key, YamlValue section, YamlValue value) {
    MetricSource.Builder source = MetricSource.builder();
    switch (key) {
      case "s3" -> {
        if (measured.timestamp().isEmpty()) {
          section.problem(
              "files in S3 need to know which column dates a row",
              "Add timestamp: {column: event_time, format: yyyy-MM-dd HH:mm:ss}");
        }
        new S3Section(measured, activation).read(value).ifPresent(source::s3SourceConfig);
      }
      case "cloudwatch" ->
          SdkSection.read(value, CloudWatchConfig.builder())
              .ifPresent(config -> source.cloudWatchConfig(config.build()));
      case "athena" ->
          SdkSection.read(value, AthenaSourceConfig.builder())
              .ifPresent(config -> source.athenaSourceConfig(config.build()));
      case "rds" ->
          SdkSection.read(value, RDSSourceConfig.builder())
              .ifPresent(config -> source.rdsSourceConfig(config.build()));
      case "redshift" ->
          SdkSection.read(value, RedshiftSourceConfig.builder())
              .ifPresent(config -> source.redshiftSourceConfig(config.build()));
      default ->
          SdkSection.read(value, AppFlowConfig.builder())
              .ifPresent(config -> source.appFlowConfig(config.build()));
    }
    MetricSource read = source.build();
    return read.equals(MetricSource.builder().build()) ? Optional.empty() : Optional.of(read);
  }
}
