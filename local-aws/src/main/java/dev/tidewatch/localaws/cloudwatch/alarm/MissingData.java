package dev.tidewatch.localaws.cloudwatch.alarm;

import dev.tidewatch.localaws.cloudwatch.metric.MetricErrors;
import java.util.Arrays;

/** How an alarm takes periods without value. */
enum MissingData {
  BREACHING("breaching"),
  NOT_BREACHING("notBreaching"),
  IGNORE("ignore"),
  MISSING("missing");

  private final String awsName;

  MissingData(String awsName) {
    this.awsName = awsName;
  }

  String awsName() {
    return awsName;
  }

  static MissingData parse(String name) {
    return Arrays.stream(values())
        .filter(treatment -> treatment.awsName.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                MetricErrors.validation(
                    "TreatMissingData is breaching, notBreaching, ignore or missing, not '"
                        + name
                        + "'."));
  }
}
