package dev.tidewatch.setup.blueprint;

import dev.tidewatch.metricset.DetectorOffset;
import dev.tidewatch.metricset.DurationText;
import dev.tidewatch.metricset.Measure;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.yaml.YamlMapping;
import dev.tidewatch.metricset.yaml.YamlValue;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Filter;
import software.amazon.awssdk.services.lookoutmetrics.model.FilterOperation;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSetDimensionFilter;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSource;

/** The section {@code detector.dataset}. */
final class DatasetSection {
  private static final List<String> KEYS =
      List.of(
          "name",
          "description",
          "offset",
          "trigger",
          "batchBudget",
          "timezone",
          "filters",
          "namespaces",
          "tags",
          "source");
  private static final Duration TRIGGER = Duration.ofMinutes(1);
  private static final Duration BATCH_BUDGET = Duration.ofSeconds(30);
  private static final int MAX_FILTERS = 10;
  private static final int MAX_FILTER_VALUES = 100;

  private final YamlMapping file;
  private final Measured measured;
  private final Optional<MetricSet> metricSet;
  private final Activation activation;

  DatasetSection(
      YamlMapping file, Measured measured, Optional<MetricSet> metricSet, Activation activation) {
    this.file = file;
    this.measured = measured;
    this.metricSet = metricSet;
    this.activation = activation;
  }

  /** What is meant where the section is left out: the interval files of the ETL job. */
  Optional<CreateMetricSetRequest> usual() {
    return usualSource()
        .map(source -> request(measured.name(), source, offset(TRIGGER, BATCH_BUDGET)).build());
  }

  private Optional<MetricSource> usualSource() {
    if (metricSet.isEmpty()) {
      file.place()
          .problem(
              "neither 'stream' nor 'detector.dataset.source' says where the data are",
              "Add detector: {dataset: {source: {s3: {path: s3://bucket/{{yyyyMMdd}}/{{HHmm}}}}}}");
      return Optional.empty();
    }
    if (!"s3".equals(metricSet.get().output().location().getScheme())) {
      file.place()
          .problem(
              "a detector reads S3, and output.location is " + metricSet.get().output().location(),
              "Use s3://bucket/prefix");
      return Optional.empty();
    }
    return SourceSection.usual(metricSet.get());
  }

  Optional<CreateMetricSetRequest> read(YamlValue section) {
    return section.mapping(KEYS).flatMap(this::readKeys);
  }

  private Optional<CreateMetricSetRequest> readKeys(YamlMapping keys) {
    String name = keys.optional("name").flatMap(Texts::name).orElse(measured.name());
    Optional<Duration> offset = readOffset(keys);
    Optional<YamlValue> written = keys.optional("source");
    Optional<MetricSource> source =
        written.isPresent()
            ? written.flatMap(new SourceSection(measured, activation)::read)
            : usualSource();
    List<MetricSetDimensionFilter> filters = readFilters(keys);
    List<Metric> metrics = readNamespaces(keys);
    Optional<String> zone = keys.optional("timezone").flatMap(DatasetSection::readZone);
    Map<String, String> tags = Texts.tags(keys);
    if (source.isEmpty()) {
      return Optional.empty();
    }
    CreateMetricSetRequest.Builder request =
        request(name, source.get(), offset).metricList(metrics);
    keys.optional("description")
        .flatMap(Texts::description)
        .ifPresent(request::metricSetDescription);
    zone.ifPresent(request::timezone);
    BlueprintReader.notEmpty(tags).ifPresent(request::tags);
    if (!filters.isEmpty()) {
      request.dimensionFilterList(filters);
    }
    return Optional.of(request.build());
  }

  private CreateMetricSetRequest.Builder request(
      String name, MetricSource source, Optional<Duration> offset) {
    CreateMetricSetRequest.Builder request =
        CreateMetricSetRequest.builder()
            .metricSetName(name)
            .metricSetFrequency(measured.interval().name())
            .metricList(measured.measures().stream().map(DatasetSection::metric).toList())
            .metricSource(source);
    if (!measured.description().isEmpty()) {
      request.metricSetDescription(measured.description());
    }
    if (!measured.dimensions().isEmpty()) {
      request.dimensionList(measured.dimensionNames());
    }
    measured
        .timestamp()
        .ifPresent(
            column ->
                request
                    .timezone(column.zone().getId())
                    .timestampColumn(
                        timestamp ->
                            timestamp
                                .columnName(column.name())
                                .columnFormat(column.format().pattern())));
    offset.ifPresent(time -> request.offset(Math.toIntExact(time.toSeconds())));
    return request;
  }

  private static Metric metric(Measure measure) {
    return Metric.builder()
        .metricName(measure.name())
        .aggregationFunction(measure.aggregation().name())
        .build();
  }

  private Optional<Duration> readOffset(YamlMapping keys) {
    Optional<Duration> trigger = keys.optional("trigger").flatMap(DatasetSection::readDuration);
    Optional<Duration> budget = keys.optional("batchBudget").flatMap(DatasetSection::readDuration);
    Optional<YamlValue> written = keys.optional("offset");
    if (written.isPresent()) {
      return written.flatMap(DatasetSection::readDuration);
    }
    return offset(trigger.orElse(TRIGGER), budget.orElse(BATCH_BUDGET));
  }

  /** The shortest offset with which no file of the ETL job comes too late. */
  private Optional<Duration> offset(Duration trigger, Duration budget) {
    return metricSet.flatMap(
        set ->
            file.place()
                .attempt(
                    () -> set.detectorOffset(trigger, budget),
                    "A detector waits at most five days after an interval's end"));
  }

  private static Optional<Duration> readDuration(YamlValue value) {
    String remedy = "Use whole seconds, minutes or hours from 0s to 120h, such as 90s or 4m";
    return value.as(
        text ->
            DurationText.parse(text)
                .filter(time -> !time.isNegative() && time.compareTo(DetectorOffset.MAX) <= 0)
                .filter(time -> time.toNanosPart() == 0),
        "duration a detector can wait",
        remedy);
  }

  private static Optional<String> readZone(YamlValue value) {
    return value.as(
        text ->
            Optional.of(text)
                .filter(
                    zone ->
                        ZoneId.getAvailableZoneIds().contains(zone) || zone.matches("UTC|GMT|Z")),
        "time zone",
        "Use UTC or a name such as Europe/Berlin");
  }

  private List<MetricSetDimensionFilter> readFilters(YamlMapping keys) {
    List<MetricSetDimensionFilter> filters = new ArrayList<>();
    DimensionValues.read(
            keys.optional("filters"), measured.dimensionNames(), MAX_FILTERS, MAX_FILTER_VALUES)
        .forEach(
            (dimension, values) ->
                filters.add(
                    MetricSetDimensionFilter.builder()
                        .name(dimension)
                        .filterList(values.stream().map(DatasetSection::filter).toList())
                        .build()));
    return filters;
  }

  private static Filter filter(String value) {
    return Filter.builder().dimensionValue(value).filterOperation(FilterOperation.EQUALS).build();
  }

  private List<Metric> readNamespaces(YamlMapping keys) {
    Map<String, YamlValue> namespaces =
        keys.optional("namespaces")
            .flatMap(value -> value.entries(10, "Write them as {views: Shop/Web}"))
            .orElse(Map.of());
    namespaces.forEach(
        (measure, value) -> {
          if (!measured.measureNames().contains(measure)) {
            value.problem(
                "'" + measure + "' is no measure",
                "Use one of " + String.join(", ", measured.measureNames()));
          }
        });
    return measured.measures().stream()
        .map(measure -> metric(measure).toBuilder())
        .map(
            metric -> {
              Optional.ofNullable(namespaces.get(metric.build().metricName()))
                  .flatMap(DatasetSection::readNamespace)
                  .ifPresent(metric::namespace);
              return metric.build();
            })
        .toList();
  }

  private static Optional<String> readNamespace(YamlValue value) {
    return value.as(
        text -> Optional.of(text).filter(name -> name.length() <= 255 && !name.startsWith(":")),
        "namespace",
        "Use 1 to 255 characters, the first no colon, such as AWS/ApiGateway");
  }
}
