package dev.tidewatch.localaws.cloudwatch.metric;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number made of many, by AWS's name of it: {@code Average}, {@code p99.9} and the like. */
public record Statistic(String name) {
  private static final Map<String, Function<Distribution, Double>> SIMPLE =
      Map.of(
          "SampleCount", Distribution::sampleCount,
          "Sum", Distribution::sum,
          "Average", values -> values.sum() / values.sampleCount(),
          "Minimum", Distribution::minimum,
          "Maximum", Distribution::maximum);
  private static final Pattern PERCENTILE = Pattern.compile("p(100|[0-9]{1,2}(\\.[0-9]{1,10})?)");

  public Statistic {
    requireNonNull(name, "name");
    if (!SIMPLE.containsKey(name) && !PERCENTILE.matcher(name).matches()) {
      throw MetricErrors.invalid(
          "The statistic '"
              + name
              + "' is none of SampleCount, Sum, Average, Minimum, Maximum and p0 to p100, which this"
              + " local CloudWatch knows.");
    }
  }

  public boolean isPercentile() {
    return !SIMPLE.containsKey(name);
  }

  /** Nothing for a percentile of values that are told as statistics only. */
  public OptionalDouble of(Distribution values) {
    @Nullable Function<Distribution, Double> simple = SIMPLE.get(name);
    if (simple != null) {
      return OptionalDouble.of(simple.apply(values));
    }
    return values.isWhole()
        ? OptionalDouble.of(values.percentile(Double.parseDouble(name.substring(1))))
        : OptionalDouble.empty();
  }
}
