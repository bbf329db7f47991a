package dev.tidewatch.setup.blueprint;

import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.yaml.YamlMapping;
import dev.tidewatch.metricset.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;

/** The section {@code detector}: everything in it has a default where there is a stream. */
final class DetectorSection {
  private static final List<String> KEYS =
      List.of("name", "description", "activation", "kmsKey", "tags", "dataset");

  private final YamlMapping file;
  private final Measured measured;
  private final Optional<MetricSet> metricSet;
  private final Optional<YamlMapping> keys;
  private final Activation activation;
  private final String name;

  private DetectorSection(
      YamlMapping file,
      Measured measured,
      Optional<MetricSet> metricSet,
      Optional<YamlMapping> keys) {
    this.file = file;
    this.measured = measured;
    this.metricSet = metricSet;
    this.keys = keys;
    this.activation =
        value("activation").flatMap(DetectorSection::activation).orElse(Activation.CONTINUOUS);
    this.name = value("name").flatMap(Texts::name).orElse(measured.name());
  }

  static DetectorSection open(YamlMapping file, Measured measured, Optional<MetricSet> metricSet) {
    Optional<YamlMapping> keys = file.optional("detector").flatMap(value -> value.mapping(KEYS));
    return new DetectorSection(file, measured, metricSet, keys);
  }

  private static Optional<Activation> activation(YamlValue value) {
    return value.as(Activation::parse, "activation", "Use continuous, backtest or none");
  }

  private Optional<YamlValue> value(String key) {
    return keys.flatMap(section -> section.optional(key));
  }

  String name() {
    return name;
  }

  Activation activation() {
    return activation;
  }

  Optional<CreateAnomalyDetectorRequest> detector() {
    CreateAnomalyDetectorRequest.Builder request =
        CreateAnomalyDetectorRequest.builder()
            .anomalyDetectorName(name)
            .anomalyDetectorConfig(
                config -> config.anomalyDetectorFrequency(measured.interval().name()));
    value("description")
        .flatMap(Texts::description)
        .or(this::fileDescription)
        .ifPresent(request::anomalyDetectorDescription);
    keys.flatMap(Texts::key).ifPresent(request::kmsKeyArn);
    Map<String, String> tags = keys.map(Texts::tags).orElse(Map.of());
    BlueprintReader.notEmpty(tags).ifPresent(request::tags);
    return Optional.of(request.build());
  }

  private Optional<String> fileDescription() {
    return Optional.of(measured.description()).filter(text -> !text.isEmpty());
  }

  Optional<CreateMetricSetRequest> dataset() {
    var section = new DatasetSection(file, measured, metricSet, activation);
    Optional<YamlValue> written = value("dataset");
    return written.isPresent() ? section.read(written.get()) : section.usual();
  }
}
