package dev.tidewatch.setup.command;

import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.aws.Identity;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.lookout.Directory;
import dev.tidewatch.setup.lookout.LookoutTarget;
import dev.tidewatch.setup.plan.Target;
import java.net.URI;
import java.util.Optional;

/** A command's way to AWS and the detector server, for one file. */
final class Session implements AutoCloseable {
  private final Clients clients = new Clients();
  private final Blueprint blueprint;
  private final TargetKind kind;
  private final Identity identity;

  private Session(Blueprint blueprint, TargetKind kind) {
    this.blueprint = blueprint;
    this.kind = kind;
    if (kind == TargetKind.LOOKOUT && endpoint().isEmpty()) {
      clients.close();
      throw new ServiceEnded();
    }
    this.identity = Identity.of(clients.sts());
  }

  static Session open(Blueprint blueprint, TargetKind kind) {
    return new Session(blueprint, kind);
  }

  /** Where the detector server is; empty when only AWS's own place is left. */
  private Optional<URI> endpoint() {
    return clients
        .lookout()
        .serviceClientConfiguration()
        .endpointOverride()
        .filter(place -> !String.valueOf(place.getHost()).endsWith(".amazonaws.com"));
  }

  Target target() {
    return LookoutTarget.of(blueprint, clients, identity, Patience.usual());
  }

  Directory directory() {
    return new Directory(
        clients.lookout(), Patience.usual(), blueprint.detector().anomalyDetectorName());
  }

  Identity identity() {
    return identity;
  }

  Clients clients() {
    return clients;
  }

  /** Where everything goes: the first line of what a command says. */
  String place() {
    String where = endpoint().map(URI::toString).orElse("AWS");
    return kind.word()
        + " at "
        + where
        + ", account "
        + identity.account()
        + ", "
        + identity.region();
  }

  @Override
  public void close() {
    clients.close();
  }
}
