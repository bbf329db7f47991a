package dev.tidewatch.localaws.cloudwatch.alarm;

import dev.tidewatch.localaws.cloudwatch.metric.MetricErrors;
import java.util.Arrays;

/** When a value is out of bounds. Against a number both bounds are the same. */
enum Comparison {
  GREATER_THAN_OR_EQUAL_TO_THRESHOLD(
      "GreaterThanOrEqualToThreshold", "greater than or equal to the threshold", false) {
    @Override
    boolean isBreached(double value, double lower, double upper) {
      return value >= upper;
    }
  },
  GREATER_THAN_THRESHOLD("GreaterThanThreshold", "greater than the threshold", false) {
    @Override
    boolean isBreached(double value, double lower, double upper) {
      return value > upper;
    }
  },
  LESS_THAN_THRESHOLD("LessThanThreshold", "less than the threshold", false) {
    @Override
    boolean isBreached(double value, double lower, double upper) {
      return value < lower;
    }
  },
  LESS_THAN_OR_EQUAL_TO_THRESHOLD(
      "LessThanOrEqualToThreshold", "less than or equal to the threshold", false) {
    @Override
    boolean isBreached(double value, double lower, double upper) {
      return value <= lower;
    }
  },
  OUT_OF_BAND(
      "LessThanLowerOrGreaterThanUpperThreshold",
      "less than the lower thresholds or greater than the upper thresholds",
      true) {
    @Override
    boolean isBreached(double value, double lower, double upper) {
      return value < lower || value > upper;
    }
  },
  BELOW_BAND("LessThanLowerThreshold", "less than the lower thresholds", true) {
    @Override
    boolean isBreached(double value, double lower, double upper) {
      return value < lower;
    }
  },
  ABOVE_BAND("GreaterThanUpperThreshold", "greater than the upper thresholds", true) {
    @Override
    boolean isBreached(double value, double lower, double upper) {
      return value > upper;
    }
  };

  private final String awsName;
  private final String words;
  private final boolean ofBand;

  Comparison(String awsName, String words, boolean ofBand) {
    this.awsName = awsName;
    this.words = words;
    this.ofBand = ofBand;
  }

  abstract boolean isBreached(double value, double lower, double upper);

  String awsName() {
    return awsName;
  }

  /** As the reason of a state has it. */
  String words() {
    return words;
  }

  /** Whether it needs a band. */
  boolean isOfBand() {
    return ofBand;
  }

  static Comparison parse(String name) {
    return Arrays.stream(values())
        .filter(comparison -> comparison.awsName.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                MetricErrors.validation(
                    "The ComparisonOperator '"
                        + name
                        + "' is none of "
                        + Arrays.stream(values()).map(Comparison::awsName).toList()
                        + "."));
  }
}
