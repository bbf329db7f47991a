package dev.tidewatch.setup.blueprint;

import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.yaml.MetricSetReader;
import dev.tidewatch.metricset.yaml.YamlMapping;
import dev.tidewatch.metricset.yaml.YamlValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;

/** Reads the top of the file: the metric set if there is one, then what is set up over it. */
final class BlueprintReader {
  private static final List<String> STREAM_KEYS = List.of("stream", "records", "output");

  Optional<Blueprint> read(YamlValue root) {
    return root.mapping(MetricSetReader.KEYS).flatMap(this::readFile);
  }

  private Optional<Blueprint> readFile(YamlMapping file) {
    boolean streams = STREAM_KEYS.stream().anyMatch(key -> file.optional(key).isPresent());
    Optional<MetricSet> metricSet = streams ? new MetricSetReader().read(file) : Optional.empty();
    MeasuredReader.Read read =
        streams
            ? new MeasuredReader.Read(metricSet.map(Measured::of), List.of(), List.of())
            : MeasuredReader.read(file);
    Optional<Measured> measured = read.whole();
    if (measured.isEmpty()) {
      tellMistakesOfTheRest(file, read);
      return Optional.empty();
    }
    DetectorSection section = DetectorSection.open(file, measured.get(), metricSet);
    Optional<CreateAnomalyDetectorRequest> detector = section.detector();
    Optional<CreateMetricSetRequest> dataset = section.dataset();
    List<Topic> topics = new TopicsSection().read(file);
    List<AlertBlueprint> alerts =
        new AlertsSection(
                measured.get().dimensions(), measured.get().measures(), topics, section.name())
            .read(file);
    Duration offset =
        Duration.ofSeconds(
            dataset.flatMap(request -> Optional.ofNullable(request.offset())).orElse(0));
    Optional<CloudWatchBlueprint> cloudWatch =
        new CloudWatchSection(measured.get(), metricSet, topics, offset).read(file);
    if (detector.isEmpty() || dataset.isEmpty() || cloudWatch.isEmpty()) {
      return Optional.empty();
    }
    return file.place()
        .attempt(
            () ->
                new Blueprint(
                    measured.get().name(),
                    detector.get(),
                    dataset.get(),
                    section.activation(),
                    alerts,
                    topics,
                    metricSet,
                    cloudWatch.get()),
            "Give each a name of its own");
  }

  /** Where what is measured has a mistake, those of topics and alerts are told all the same. */
  private static void tellMistakesOfTheRest(YamlMapping file, MeasuredReader.Read read) {
    List<Topic> topics = new TopicsSection().read(file);
    boolean everyColumn =
        count(file, "dimensions") == read.dimensions().size()
            && count(file, "measures") == read.measures().size();
    if (everyColumn && !read.measures().isEmpty()) { // or columns would be said to be none
      new AlertsSection(read.dimensions(), read.measures(), topics, "detector").read(file);
    }
  }

  private static int count(YamlMapping file, String key) {
    return file.optional(key).flatMap(YamlValue::plain).stream()
        .mapToInt(value -> value instanceof List<?> list ? list.size() : 0)
        .sum();
  }

  /** Tags for the API, which knows no empty map. */
  static Optional<Map<String, String>> notEmpty(Map<String, String> tags) {
    return Optional.of(tags).filter(map -> !map.isEmpty());
  }
}
