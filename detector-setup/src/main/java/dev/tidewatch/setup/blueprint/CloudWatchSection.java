package dev.tidewatch.setup.blueprint;

import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.yaml.YamlMapping;
import dev.tidewatch.metricset.yaml.YamlValue;
import dev.tidewatch.setup.blueprint.CloudWatchBlueprint.Learning;
import dev.tidewatch.setup.blueprint.CloudWatchBlueprint.Messages;
import dev.tidewatch.setup.blueprint.CloudWatchBlueprint.TimeRange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The section {@code cloudwatch}; a file without it gets what is usual. */
final class CloudWatchSection {
  private static final List<String> KEYS =
      List.of(
          "namespace",
          "publish",
          "band",
          "bands",
          "thresholds",
          "evaluationPeriods",
          "datapointsToAlarm",
          "missingData",
          "excluded",
          "ingest",
          "lag",
          "topic",
          "messages");
  private static final List<String> MISSING =
      List.of("missing", "ignore", "breaching", "notBreaching");
  private static final List<String> RANGE_KEYS = List.of("from", "to");
  private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z0-9._/#-][A-Za-z0-9 ._/#:-]*");
  private static final String NAMESPACE_REMEDY =
      "Use up to 255 letters, digits and . - _ / # :, not beginning with : or AWS/";
  private static final String PUBLISH_REMEDY =
      "List the sets of dimensions, as in [[], [platform], [platform, marketplace]]";
  private static final int MAX_SETS = 100;
  private static final int MAX_RANGES = 50;
  private static final int MOST_PERIODS = 288;

  private final Measured measured;
  private final Optional<MetricSet> metricSet;
  private final List<Topic> topics;
  private final Duration offset;

  /**
   * @param offset how long after its interval's end a value comes
   */
  CloudWatchSection(
      Measured measured, Optional<MetricSet> metricSet, List<Topic> topics, Duration offset) {
    this.measured = measured;
    this.metricSet = metricSet;
    this.topics = topics;
    this.offset = offset;
  }

  Optional<CloudWatchBlueprint> read(YamlMapping file) {
    Optional<YamlMapping> keys =
        file.optional("cloudwatch").flatMap(section -> section.mapping(KEYS));
    YamlValue place = keys.map(YamlMapping::place).orElse(file.place());
    Values values = new Values(keys);
    Set<Set<String>> sets = values.get("publish").map(this::sets).orElseGet(this::usualSets);
    CloudWatchAlarms alarms = new CloudWatchAlarms(measured, sets);
    StreamAlarms stream = new StreamAlarms(metricSet);
    String namespace =
        values
            .get("namespace")
            .flatMap(CloudWatchSection::namespace)
            .orElse("Tidewatch/" + measured.name());
    return evaluation(values, place)
        .flatMap(
            evaluation ->
                place.attempt(
                    () ->
                        new CloudWatchBlueprint(
                            namespace,
                            measured.measures(),
                            sets,
                            alarms.read(
                                values.get("band"), values.get("bands"), values.get("thresholds")),
                            evaluation,
                            new Learning(zone(), excluded(values.get("excluded"))),
                            stream.ingest(values.get("ingest")),
                            stream.lag(values.get("lag")),
                            topic(values.get("topic")),
                            messages(values.get("messages"))),
                    "Keep one of the two"));
  }

  private record Values(Optional<YamlMapping> keys) {
    Optional<YamlValue> get(String key) {
      return keys.flatMap(mapping -> mapping.optional(key));
    }
  }

  private static Optional<String> namespace(YamlValue value) {
    return value.as(
        text ->
            Optional.of(text)
                .filter(name -> NAMESPACE.matcher(name).matches() && name.length() <= 255)
                .filter(name -> !name.startsWith("AWS/")),
        "namespace of CloudWatch",
        NAMESPACE_REMEDY);
  }

  private Set<Set<String>> sets(YamlValue section) {
    Set<Set<String>> sets = new LinkedHashSet<>();
    section.list(1, MAX_SETS, PUBLISH_REMEDY).orElse(List.of()).stream()
        .map(this::set)
        .forEach(sets::add);
    return sets;
  }

  private Set<String> set(YamlValue section) {
    Set<String> names = new LinkedHashSet<>();
    section
        .list(0, MetricSet.MAX_DIMENSIONS, PUBLISH_REMEDY)
        .orElse(List.of())
        .forEach(
            value ->
                Texts.word(value, "dimension", measured.dimensionNames()).ifPresent(names::add));
    return names;
  }

  /** The total, each dimension alone, and all together. */
  private Set<Set<String>> usualSets() {
    Set<Set<String>> sets = new LinkedHashSet<>();
    sets.add(Set.of());
    measured.dimensionNames().forEach(name -> sets.add(Set.of(name)));
    sets.add(Set.copyOf(measured.dimensionNames()));
    return sets;
  }

  private Optional<Evaluation> evaluation(Values values, YamlValue place) {
    Duration period = measured.interval().duration();
    int periods =
        values
            .get("evaluationPeriods")
            .flatMap(value -> value.wholeNumber(1, MOST_PERIODS))
            .orElse(Evaluation.periodsFor(period, offset));
    int datapoints =
        values
            .get("datapointsToAlarm")
            .flatMap(value -> value.wholeNumber(1, MOST_PERIODS))
            .orElse(1);
    String missing =
        values
            .get("missingData")
            .flatMap(value -> Texts.word(value, "way to treat missing data", MISSING))
            .orElse("missing");
    return place.attempt(
        () -> new Evaluation(period, periods, datapoints, missing), "Give it fewer periods");
  }

  private String zone() {
    return measured.timestamp().map(column -> column.zone().getId()).orElse("UTC");
  }

  private static List<TimeRange> excluded(Optional<YamlValue> section) {
    return section
        .flatMap(value -> value.list(0, MAX_RANGES, "List them as in [{from: …, to: …}]"))
        .orElse(List.of())
        .stream()
        .flatMap(value -> value.mapping(RANGE_KEYS).stream())
        .flatMap(keys -> range(keys).stream())
        .toList();
  }

  private static Optional<TimeRange> range(YamlMapping keys) {
    Optional<Instant> from = instant(keys, "from");
    Optional<Instant> to = instant(keys, "to");
    return from.flatMap(
        start ->
            to.flatMap(
                end -> keys.place().attempt(() -> new TimeRange(start, end), "Exchange the two")));
  }

  private static Optional<Instant> instant(YamlMapping keys, String key) {
    return keys.required(key, key + ": 2026-12-24T00:00:00Z")
        .flatMap(
            value -> value.as(CloudWatchSection::parse, "instant", "Write 2026-12-24T00:00:00Z"));
  }

  private static Optional<Instant> parse(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }

  private Optional<String> topic(Optional<YamlValue> value) {
    List<String> names = topics.stream().map(Topic::name).toList();
    return value.isPresent()
        ? value.flatMap(text -> Texts.word(text, "topic of this file", names))
        : names.stream().findFirst();
  }

  private static Messages messages(Optional<YamlValue> value) {
    List<String> words =
        Arrays.stream(Messages.values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    return value
        .flatMap(text -> Texts.word(text, "shape of messages", words))
        .map(word -> Messages.valueOf(word.toUpperCase(Locale.ROOT)))
        .orElse(Messages.BOTH);
  }
}
