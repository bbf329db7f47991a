package dev.tidewatch.setup.command;

import dev.tidewatch.setup.anomaly.Anomalies;
import dev.tidewatch.setup.blueprint.Blueprint;
import picocli.CommandLine.Mixin;

/** The running detector of a file, which must be there. */
final class DetectorOf {
  @Mixin private final FileOption file = new FileOption();

  Session open() {
    Blueprint blueprint = file.read();
    return Session.open(blueprint, TargetKind.LOOKOUT);
  }

  static String arn(Session session) {
    return session
        .directory()
        .find()
        .orElseThrow(
            () ->
                new NotThere(
                    "there is no detector '"
                        + session.directory().name()
                        + "' yet; 'apply' makes it"));
  }

  static Anomalies anomalies(Session session) {
    return new Anomalies(session.clients().lookout(), arn(session));
  }
}
