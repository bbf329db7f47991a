package dev.tidewatch.setup.cloudwatch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.tidewatch.setup.aws.Identity;
import dev.tidewatch.setup.blueprint.TimeSeries;
import java.util.UUID;

/**
 * What the things of a file are called.
 *
 * @param file the name in the file; has no slash, so no file's alarms begin as another's do
 */
record Names(String file, Identity identity) {
  private static final int LONGEST_ALARM = 255;
  private static final int LONGEST_RULE = 64;

  Names {
    requireNonNull(file, "file");
    requireNonNull(identity, "identity");
  }

  /** How the names of all alarms begin. */
  String alarmPrefix() {
    return "tidewatch/" + file + "/";
  }

  /** An alarm on a series; a name that would be too long ends in a digest of itself. */
  String alarm(String kind, TimeSeries series) {
    StringBuilder name = new StringBuilder(alarmPrefix() + kind + "/" + series.measure());
    series.dimensions().forEach((key, value) -> name.append("/").append(key + "=" + value));
    return shortened(name.toString(), LONGEST_ALARM);
  }

  /** An alarm on the stream. */
  String alarm(String kind) {
    return alarmPrefix() + kind;
  }

  /** What the ARNs of all alarms match. */
  String alarmArns() {
    return arn("cloudwatch", "alarm:" + alarmPrefix() + "*");
  }

  String alarmArn(String name) {
    return arn("cloudwatch", "alarm:" + name);
  }

  String rule() {
    return shortened("tidewatch-" + file + "-alarms", LONGEST_RULE);
  }

  String ruleArn() {
    return arn("events", "rule/" + rule());
  }

  private String arn(String service, String rest) {
    return "arn:%s:%s:%s:%s:%s"
        .formatted(identity.partition(), service, identity.region(), identity.account(), rest);
  }

  private static String shortened(String name, int longest) {
    if (name.length() <= longest) {
      return name;
    }
    String digest = UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString().substring(0, 8);
    return name.substring(0, longest - 9) + "-" + digest;
  }
}
