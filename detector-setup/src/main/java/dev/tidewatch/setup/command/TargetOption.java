package dev.tidewatch.setup.command;

import dev.tidewatch.setup.blueprint.Blueprint;
import picocli.CommandLine.Option;

/** The option that chooses the system that finds anomalies. */
final class TargetOption {
  @Option(
      names = "--target",
      paramLabel = "TARGET",
      defaultValue = "LOOKOUT",
      description =
          "lookout: the detector server; cloudwatch: CloudWatch's alarms. Default: lookout.")
  private TargetKind kind = TargetKind.LOOKOUT;

  Session open(Blueprint blueprint) {
    return Session.open(blueprint, kind);
  }

  TargetKind kind() {
    return kind;
  }
}
