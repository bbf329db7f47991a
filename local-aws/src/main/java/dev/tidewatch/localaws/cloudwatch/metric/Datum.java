package dev.tidewatch.localaws.cloudwatch.metric;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.protocol.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/** What somebody measured at a time. */
public record Datum(Metric metric, Instant time, String unit, Distribution values) {
  private static final Duration OLDEST = Duration.ofDays(14);
  private static final Duration NEWEST = Duration.ofHours(2);
  private static final int MOST_VALUES = 150;

  /** 2^360, the largest that CloudWatch takes. */
  private static final double LARGEST = Math.scalb(1.0, 360);

  private static final Set<String> UNITS =
      Set.of(
          "Seconds",
          "Microseconds",
          "Milliseconds",
          "Bytes",
          "Kilobytes",
          "Megabytes",
          "Gigabytes",
          "Terabytes",
          "Bits",
          "Kilobits",
          "Megabits",
          "Gigabits",
          "Terabits",
          "Percent",
          "Count",
          "Bytes/Second",
          "Kilobytes/Second",
          "Megabytes/Second",
          "Gigabytes/Second",
          "Terabytes/Second",
          "Bits/Second",
          "Kilobits/Second",
          "Megabits/Second",
          "Gigabits/Second",
          "Terabits/Second",
          "Count/Second",
          "None");

  public Datum {
    requireNonNull(metric, "metric");
    requireNonNull(time, "time");
    requireNonNull(values, "values");
    checkUnit(unit);
  }

  /** Reads and checks one of {@code MetricData}. */
  static Datum of(String namespace, Input input, Instant now) {
    Instant time = input.time("Timestamp").orElse(now);
    if (time.isBefore(now.minus(OLDEST)) || time.isAfter(now.plus(NEWEST))) {
      throw MetricErrors.invalid(
          "The parameter MetricData.member.N.Timestamp must specify a time within the past two weeks"
              + " and at most two hours in the future, not "
              + time
              + ".");
    }
    int resolution = input.whole("StorageResolution", 1, 60, 60);
    if (resolution != 1 && resolution != 60) {
      throw MetricErrors.invalid("The parameter StorageResolution is 1 or 60, not " + resolution);
    }
    long seconds = Math.floorDiv(time.getEpochSecond(), resolution) * resolution;
    return new Datum(
        Metric.of(namespace, input),
        Instant.ofEpochSecond(seconds),
        input.text("Unit", "None"),
        values(input));
  }

  public static void checkUnit(String unit) {
    if (!UNITS.contains(unit)) {
      throw MetricErrors.invalid("The parameter Unit must be one of " + UNITS + ".");
    }
  }

  private static Distribution values(Input input) {
    OptionalDouble value = input.number("Value");
    List<Input> values = input.list("Values");
    int forms =
        (value.isPresent() ? 1 : 0)
            + (input.object("StatisticValues").isPresent() ? 1 : 0)
            + (values.isEmpty() ? 0 : 1);
    if (forms == 0) {
      throw MetricErrors.missing(
          "One of the parameters Value, Values and StatisticValues must be specified.");
    }
    if (forms > 1) {
      throw MetricErrors.combination(
          "The parameters Value, Values and StatisticValues are mutually exclusive.");
    }
    if (value.isPresent()) {
      return Distribution.of(checked(value.getAsDouble()));
    }
    return input
        .object("StatisticValues")
        .map(Datum::statistics)
        .orElseGet(() -> Distribution.of(counts(values, input.list("Counts"))));
  }

  private static NavigableMap<Double, Double> counts(List<Input> values, List<Input> counts) {
    if (values.size() > MOST_VALUES) {
      throw MetricErrors.invalid(
          "The collection Values must not have a size greater than " + MOST_VALUES + ".");
    }
    if (!counts.isEmpty() && counts.size() != values.size()) {
      throw MetricErrors.invalid("The parameters Values and Counts must be of the same size.");
    }
    NavigableMap<Double, Double> found = new TreeMap<>();
    for (int place = 0; place < values.size(); place++) {
      double count = counts.isEmpty() ? 1 : number(counts.get(place));
      if (count > 0) {
        found.merge(checked(number(values.get(place))), count, Double::sum);
      }
    }
    if (found.isEmpty()) {
      throw MetricErrors.invalid("At least one of the parameter Counts must be greater than 0.");
    }
    return found;
  }

  private static Distribution statistics(Input input) {
    double count = statistic(input, "SampleCount");
    double minimum = statistic(input, "Minimum");
    double maximum = statistic(input, "Maximum");
    double sum = statistic(input, "Sum");
    if (count <= 0 || minimum > maximum) {
      throw MetricErrors.invalid(
          "StatisticValues need a SampleCount above 0 and a Minimum that is no more than the"
              + " Maximum.");
    }
    return Distribution.ofStatistics(count, sum, minimum, maximum);
  }

  private static double statistic(Input input, String name) {
    return checked(
        input
            .number(name)
            .orElseThrow(
                () -> MetricErrors.missing("StatisticValues need the parameter " + name + ".")));
  }

  private static double number(Input plain) {
    try {
      return Double.parseDouble(plain.json().asText());
    } catch (NumberFormatException broken) {
      throw MetricErrors.invalid("'" + plain.json().asText() + "' is no number.");
    }
  }

  private static double checked(double value) {
    if (!(Math.abs(value) <= LARGEST)) {
      throw MetricErrors.invalid(
          "A value is a number from -2^360 to 2^360, without NaN and Infinity, not " + value + ".");
    }
    return value;
  }
}
