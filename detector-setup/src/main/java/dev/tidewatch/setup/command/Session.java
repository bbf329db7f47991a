package dev.tidewatch.setup.command;

import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.aws.Identity;
import dev.tidewatch.setup.aws.Patience;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.cloudwatch.CloudWatchTarget;
import dev.tidewatch.setup.lookout.Directory;
import dev.tidewatch.setup.lookout.LookoutTarget;
import dev.tidewatch.setup.plan.Target;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;

/** A command's way to AWS and the detector server, for one file. */
final class Session implements AutoCloseable {
  private final Clients clients = new Clients();
  private final Blueprint blueprint;
  private final TargetKind kind;

  private Session(Blueprint blueprint, TargetKind kind) {
    this.blueprint = blueprint;
    this.kind = kind;
    if (kind == TargetKind.LOOKOUT) {
      checkEndpoint(clients);
    }
  }

  /** Who calls: asked for when ARNs have to be made. */
  Identity identity() {
    return Identity.of(clients.sts());
  }

  static Session open(Blueprint blueprint, TargetKind kind) {
    return new Session(blueprint, kind);
  }

  /**
   * Closes the clients when nothing but AWS's own place is left.
   *
   * @throws ServiceEnded when that is so
   */
  static void checkEndpoint(Clients clients) {
    Optional<URI> endpoint = endpoint(clients);
    if (endpoint.isEmpty()) {
      clients.close();
      throw new ServiceEnded();
    }
    if (endpoint.get().getScheme() == null || endpoint.get().getHost() == null) {
      clients.close();
      throw new IllegalStateException(
          "AWS_ENDPOINT_URL_LOOKOUTMETRICS is '"
              + endpoint.get()
              + "', which is no URL such as http://127.0.0.1:8765");
    }
  }

  /** Where the detector server is; empty when only AWS's own place is left. */
  static Optional<URI> endpoint(Clients clients) {
    return endpoint(clients.lookout().serviceClientConfiguration());
  }

  private static Optional<URI> endpoint(AwsServiceClientConfiguration configuration) {
    return configuration
        .endpointOverride()
        .filter(place -> !String.valueOf(place.getHost()).endsWith(".amazonaws.com"));
  }

  Target target() {
    return kind == TargetKind.CLOUDWATCH
        ? CloudWatchTarget.of(blueprint, clients, identity())
        : LookoutTarget.of(blueprint, clients, identity(), Patience.usual());
  }

  Directory directory() {
    return new Directory(
        clients.lookout(), Patience.usual(), blueprint.detector().anomalyDetectorName());
  }

  Clients clients() {
    return clients;
  }

  /** Where everything goes: the first line of what a command says. */
  String place() {
    Optional<URI> endpoint =
        kind == TargetKind.CLOUDWATCH
            ? endpoint(clients.cloudWatch().serviceClientConfiguration())
            : endpoint(clients);
    String where = endpoint.map(URI::toString).orElse("AWS");
    Identity identity = identity();
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
