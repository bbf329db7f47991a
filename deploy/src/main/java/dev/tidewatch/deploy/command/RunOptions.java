package dev.tidewatch.deploy.command;

import dev.tidewatch.deploy.job.SparkLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What both kinds of job runs of EMR need. */
final class RunOptions {
  @Option(
      names = "--role",
      required = true,
      paramLabel = "ARN",
      description = "The role that the job takes on.")
  private String role = "";

  @Option(
      names = "--release-label",
      paramLabel = "LABEL",
      description = "The release of EMR. Default: one that runs --spark.")
  private @Nullable String release;

  @Option(
      names = "--log-group",
      paramLabel = "NAME",
      defaultValue = "/tidewatch/etl",
      description = "Of CloudWatch. Default ${DEFAULT-VALUE}.")
  private String logGroup = "";

  String role() {
    return role;
  }

  /** The release that is named, or the line's own with an ending. */
  String release(SparkLine line, String ending) {
    return release == null ? line.emrRelease() + ending : release;
  }

  String logGroup() {
    return logGroup;
  }
}
