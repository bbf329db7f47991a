package dev.tidewatch.localaws.cloudwatch.alarm;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.cloudwatch.metric.MetricErrors;
import dev.tidewatch.localaws.protocol.Input;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What PutMetricAlarm says of an alarm, checked.
 *
 * @param description empty without one
 * @param threshold NaN when it is a band
 * @param lowSamples {@code evaluate}, {@code ignore} or empty
 */
record AlarmSettings(
    String name,
    String description,
    Actions actions,
    Watch watch,
    int evaluationPeriods,
    int datapointsToAlarm,
    double threshold,
    Comparison comparison,
    MissingData missingData,
    String lowSamples) {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration LONGEST_OF_HOURS = Duration.ofDays(7);
  private static final int MOST_PERIODS = 604_800;

  AlarmSettings {
    requireNonNull(description, "description");
    requireNonNull(actions, "actions");
    if (name.length() > 255 || description.length() > 1024) {
      throw MetricErrors.validation(
          "An alarm's name is 1 to 255 characters, its description at most 1,024.");
    }
    checkComparison(watch, comparison, threshold);
    if (datapointsToAlarm > evaluationPeriods) {
      throw MetricErrors.validation(
          "DatapointsToAlarm is at most EvaluationPeriods, which is " + evaluationPeriods + ".");
    }
    boolean hours = watch.period().compareTo(Duration.ofHours(1)) >= 0;
    Duration longest = hours ? LONGEST_OF_HOURS : LONGEST;
    if (watch.period().multipliedBy(evaluationPeriods).compareTo(longest) > 0) {
      throw MetricErrors.validation(
          "Metrics cannot be checked across more than "
              + longest.toDays()
              + " days (EvaluationPeriods * Period must be <= "
              + longest.toSeconds()
              + ").");
    }
    if (!lowSamples.isEmpty() && !lowSamples.equals("evaluate") && !lowSamples.equals("ignore")) {
      throw MetricErrors.validation(
          "EvaluateLowSampleCountPercentile is evaluate or ignore, not '" + lowSamples + "'.");
    }
  }

  static AlarmSettings of(Input input) {
    String unused = input.required("EvaluationPeriods");
    int periods = input.whole("EvaluationPeriods", 1, MOST_PERIODS, 1);
    OptionalDouble threshold = input.number("Threshold");
    return new AlarmSettings(
        input.required("AlarmName"),
        input.text("AlarmDescription", ""),
        Actions.of(input),
        Watch.of(input),
        periods,
        input.whole("DatapointsToAlarm", 1, MOST_PERIODS, periods),
        threshold.orElse(Double.NaN),
        Comparison.parse(input.required("ComparisonOperator")),
        MissingData.parse(input.text("TreatMissingData", "missing")),
        input.text("EvaluateLowSampleCountPercentile", ""));
  }

  AlarmSettings withActions(boolean enabled) {
    return new AlarmSettings(
        name,
        description,
        actions.enabled(enabled),
        watch,
        evaluationPeriods,
        datapointsToAlarm,
        threshold,
        comparison,
        missingData,
        lowSamples);
  }

  /** As answers have it. */
  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("AlarmName", name);
    if (!description.isEmpty()) {
      json.put("AlarmDescription", description);
    }
    actions.write(json);
    watch.write(json);
    json.put("EvaluationPeriods", evaluationPeriods).put("DatapointsToAlarm", datapointsToAlarm);
    if (!Double.isNaN(threshold)) {
      json.put("Threshold", threshold);
    }
    json.put("ComparisonOperator", comparison.awsName());
    json.put("TreatMissingData", missingData.awsName());
    if (!lowSamples.isEmpty()) {
      json.put("EvaluateLowSampleCountPercentile", lowSamples);
    }
    return json;
  }

  private static void checkComparison(Watch watch, Comparison comparison, double threshold) {
    if (comparison.isOfBand() != !watch.band().isEmpty()) {
      throw MetricErrors.validation(
          comparison.isOfBand()
              ? comparison.awsName() + " needs a ThresholdMetricId."
              : comparison.awsName() + " does not go with a ThresholdMetricId.");
    }
    if (comparison.isOfBand() != Double.isNaN(threshold)) {
      throw MetricErrors.validation(
          comparison.isOfBand()
              ? "An alarm with a ThresholdMetricId has no Threshold."
              : "A Threshold is required.");
    }
  }
}
