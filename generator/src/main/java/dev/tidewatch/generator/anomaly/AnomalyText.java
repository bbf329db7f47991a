package dev.tidewatch.generator.anomaly;

import dev.tidewatch.generator.series.SeriesCatalog;
import dev.tidewatch.generator.series.TimeSeries;
import dev.tidewatch.metricset.DurationText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Anomalies as people ask for them: {@code revenue[marketplace=uk]*0.4@+2h/15m}.
 *
 * <pre>
 * anomaly  = measure [ "[" choice { "," choice } "]" ] "*" factor "@" start "/" duration [ ":" kind ]
 * measure  = name of a measure | "all"
 * choice   = dimension "=" value                      (all must hold)
 * factor   = what values are multiplied by: 0 to 1000
 * start    = "+" duration                             (after the run's first instant)
 *          | "now" | "now+" duration | "now-" duration (from the moment the run is started)
 *          | instant such as 2026-01-05T10:00:00Z
 * duration = 90s | 5m | 1h30m | 14d | PT5M
 * kind     = spike | dip | outage | level-shift | slow-drift
 * </pre>
 *
 * Without a kind, a factor of 0 is an outage, one below 1 a dip, any other a spike.
 */
public final class AnomalyText {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<measure>[A-Za-z0-9_-]+)(?:\\[(?<choices>[^\\]]*)])?\\*(?<factor>[0-9.]+)"
              + "@(?<start>[^/]+)/(?<length>[0-9A-Za-z.]+)(?::(?<kind>[a-z-]+))?");

  private final SeriesCatalog catalog;
  private final Instant first;
  private final Instant now;

  /**
   * @param first the first instant of the run
   * @param now when the run is started
   */
  public AnomalyText(SeriesCatalog catalog, Instant first, Instant now) {
    this.catalog = catalog;
    this.first = first;
    this.now = now;
  }

  /**
   * @throws IllegalArgumentException when the text does not read as an anomaly of this catalogue,
   *     saying why
   */
  public Anomaly parse(String text) {
    Matcher matcher = SHAPE.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no anomaly; write one like revenue[marketplace=uk]*0.4@+2h/15m");
    }
    Instant start = start(matcher.group("start"));
    double factor = factor(matcher.group("factor"));
    Scope scope =
        Scope.of(catalog, choices(matcher.group("choices")), measure(matcher.group("measure")));
    if (scope.isEmpty()) {
      throw new IllegalArgumentException(
          "no series is meant by [" + matcher.group("choices") + "] in '" + text + "'");
    }
    Instant end = start.plus(DurationText.readPositive(matcher.group("length")));
    return new Anomaly(kind(matcher.group("kind"), factor), start, end, factor, scope);
  }

  private int measure(String name) {
    if (name.equals("all")) {
      return Scope.ALL_MEASURES;
    }
    int measure = catalog.measures().indexOf(name);
    if (measure < 0) {
      throw new IllegalArgumentException(
          "there is no measure '" + name + "'; use one of " + catalog.measures() + " or all");
    }
    return measure;
  }

  private Predicate<TimeSeries> choices(@Nullable String choices) {
    Map<Integer, String> wanted = new HashMap<>();
    if (choices != null) {
      for (String choice : choices.split(",")) {
        String[] pair = choice.split("=", 2);
        int dimension = catalog.dimensions().indexOf(pair[0].strip());
        if (dimension < 0 || pair.length != 2) {
          throw new IllegalArgumentException(
              "'" + choice + "' is no dimension=value; dimensions are " + catalog.dimensions());
        }
        wanted.put(dimension, pair[1].strip());
      }
    }
    return series ->
        wanted.entrySet().stream()
            .allMatch(choice -> series.values().get(choice.getKey()).equals(choice.getValue()));
  }

  private Instant start(String text) {
    if (text.startsWith("+")) {
      return first.plus(DurationText.readPositive(text.substring(1)));
    }
    if (text.equals("now")) {
      return now;
    }
    if (text.startsWith("now+")) {
      return now.plus(DurationText.readPositive(text.substring(4)));
    }
    if (text.startsWith("now-")) {
      return now.minus(DurationText.readPositive(text.substring(4)));
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is no start; write +2h, now-3h or 2026-01-05T10:00:00Z", e);
    }
  }

  private static double factor(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no factor; write one like 0.4", e);
    }
  }

  private static AnomalyKind kind(@Nullable String label, double factor) {
    if (label == null) {
      return factor == 0 ? AnomalyKind.OUTAGE : factor < 1 ? AnomalyKind.DIP : AnomalyKind.SPIKE;
    }
    return AnomalyKind.parse(label)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + label
                        + "' is no kind of anomaly; use one of "
                        + Arrays.stream(AnomalyKind.values())
                            .map(AnomalyKind::label)
                            .collect(Collectors.joining(", "))));
  }
}
