package dev.tidewatch.detector.command;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.access.Session;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Issues temporary credentials. */
@Command(
    name = "session",
    mixinStandardHelpOptions = true,
    description = {
      "Issues temporary credentials that act for an access key, and prints them in a form to be",
      "sourced. They end by the clock, or when the key is revoked."
    })
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class KeysSessionCommand implements Callable<Integer> {
  @Mixin private KeyStore store;

  @Parameters(paramLabel = "ID", description = "The key they act for.")
  private String id;

  @Option(
      names = "--role",
      defaultValue = "viewer",
      paramLabel = "ROLE",
      converter = KeyStore.RoleConverter.class,
      description = "Not above the key's own; viewer when not given.")
  private Role role;

  @Option(
      names = "--minutes",
      defaultValue = "60",
      paramLabel = "N",
      description = "How long they last: 15 minutes to 36 hours; ${DEFAULT-VALUE} when not given.")
  private int minutes;

  @Override
  public Integer call() {
    return store.use(
        open -> {
          Session session = open.sessions().issue(id, role, Duration.ofMinutes(minutes));
          open.out().printf("# %s, for %s, until %s%n", role.label(), id, session.expires());
          open.out().println("export AWS_ACCESS_KEY_ID=" + session.id());
          open.out().println("export AWS_SECRET_ACCESS_KEY=" + session.secret().reveal());
          open.out().println("export AWS_SESSION_TOKEN=" + session.token());
        });
  }
}
