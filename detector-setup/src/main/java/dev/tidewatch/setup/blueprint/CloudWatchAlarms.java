package dev.tidewatch.setup.blueprint;

import dev.tidewatch.metricset.Measure;
import dev.tidewatch.metricset.yaml.YamlMapping;
import dev.tidewatch.metricset.yaml.YamlValue;
import dev.tidewatch.setup.blueprint.CloudWatchAlarm.Band;
import dev.tidewatch.setup.blueprint.CloudWatchAlarm.Side;
import dev.tidewatch.setup.blueprint.CloudWatchAlarm.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The keys {@code bands} and {@code thresholds}. */
final class CloudWatchAlarms {
  private static final double USUAL_WIDTH = 2;
  private static final int MOST = 500;
  private static final List<String> BAND_KEYS = List.of("measure", "dimensions", "width", "side");
  private static final List<String> THRESHOLD_KEYS =
      List.of("measure", "dimensions", "above", "below");
  private static final List<String> SIDES = List.of("both", "above", "below");
  private static final String DIMENSIONS = "Write it as {marketplace: us}";

  private final Measured measured;
  private final Set<Set<String>> published;

  CloudWatchAlarms(Measured measured, Set<Set<String>> published) {
    this.measured = measured;
    this.published = published;
  }

  List<CloudWatchAlarm> read(
      Optional<YamlValue> band, Optional<YamlValue> bands, Optional<YamlValue> thresholds) {
    double width = band.flatMap(CloudWatchAlarms::width).orElse(USUAL_WIDTH);
    List<CloudWatchAlarm> alarms = new ArrayList<>();
    if (bands.isPresent()) {
      entries(bands, BAND_KEYS).forEach(keys -> band(keys, width).ifPresent(alarms::add));
    } else {
      alarms.addAll(usual(width));
    }
    entries(thresholds, THRESHOLD_KEYS).forEach(keys -> alarms.addAll(thresholds(keys)));
    return alarms;
  }

  /** A band on each measure's total, where that is published. */
  private List<Band> usual(double width) {
    return measured.measures().stream()
        .filter(measure -> published.contains(Set.of()))
        .map(measure -> new Band(series(measure, Map.of()), width, Side.BOTH))
        .toList();
  }

  private static List<YamlMapping> entries(Optional<YamlValue> section, List<String> keys) {
    return section
        .flatMap(value -> value.list(0, MOST, "List them as in [{measure: views}]"))
        .orElse(List.of())
        .stream()
        .flatMap(value -> value.mapping(keys).stream())
        .toList();
  }

  private Optional<Band> band(YamlMapping keys, double usual) {
    double width = keys.optional("width").flatMap(CloudWatchAlarms::width).orElse(usual);
    Side side =
        keys.optional("side")
            .flatMap(value -> Texts.word(value, "side", SIDES))
            .map(word -> Side.valueOf(word.toUpperCase(Locale.ROOT)))
            .orElse(Side.BOTH);
    return series(keys).map(series -> new Band(series, width, side));
  }

  private List<Threshold> thresholds(YamlMapping keys) {
    Optional<TimeSeries> series = series(keys);
    List<Threshold> thresholds = new ArrayList<>();
    for (Side side : List.of(Side.ABOVE, Side.BELOW)) {
      Optional<YamlValue> written = keys.optional(side.name().toLowerCase(Locale.ROOT));
      Optional<Double> limit = written.flatMap(CloudWatchAlarms::number);
      series.ifPresent(
          known -> limit.ifPresent(number -> thresholds.add(new Threshold(known, side, number))));
    }
    if (keys.optional("above").isEmpty() && keys.optional("below").isEmpty()) {
      keys.place().problem("has no limit", "Give it above or below, for example below: 10");
    }
    return thresholds;
  }

  private Optional<TimeSeries> series(YamlMapping keys) {
    Map<String, String> dimensions = new TreeMap<>();
    keys.optional("dimensions")
        .flatMap(value -> value.entries(measured.dimensions().size(), DIMENSIONS))
        .orElse(Map.of())
        .forEach((name, value) -> dimension(name, value).ifPresent(t -> dimensions.put(name, t)));
    return keys.required("measure", "measure: views")
        .flatMap(value -> Texts.word(value, "measure", measured.measureNames()))
        .flatMap(
            name ->
                measured.measures().stream()
                    .filter(measure -> measure.name().equals(name))
                    .findFirst())
        .map(measure -> series(measure, dimensions));
  }

  private Optional<String> dimension(String name, YamlValue value) {
    if (!measured.dimensionNames().contains(name)) {
      value.problem(
          "'" + name + "' is no dimension",
          measured.dimensions().isEmpty()
              ? "The file has no dimensions"
              : "Use one of " + String.join(", ", measured.dimensionNames()));
      return Optional.empty();
    }
    return value.text("Put it in quotes");
  }

  private static TimeSeries series(Measure measure, Map<String, String> dimensions) {
    return TimeSeries.of(measure.name(), measure.aggregation(), dimensions);
  }

  private static Optional<Double> width(YamlValue value) {
    Optional<Double> width = number(value);
    if (width.isPresent() && width.get() <= 0) {
      value.problem("'" + width.get() + "' is no width", "Use a number above 0, such as 2");
      return Optional.empty();
    }
    return width;
  }

  /** A finite number; anything else is a problem. */
  static Optional<Double> number(YamlValue value) {
    Optional<Double> number =
        value
            .plain()
            .filter(Number.class::isInstance)
            .map(read -> ((Number) read).doubleValue())
            .filter(Double::isFinite);
    if (number.isEmpty()) {
      value.problem("is no number", "Write a number without quotes, such as 10 or 0.5");
    }
    return number;
  }
}
