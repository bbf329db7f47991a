package dev.tidewatch.detector.command;

import dev.tidewatch.detector.access.AccessException;
import dev.tidewatch.detector.access.Role;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a link that signs somebody in at the console, once. */
@Command(
    name = "link",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a link that signs somebody in at the console once, without an access key. The session",
      "lasts twelve hours; the link works beside a running server and until its own time is over."
    })
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class KeysLinkCommand implements Callable<Integer> {
  private static final Duration LONGEST = Duration.ofDays(7);
  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}");

  @Mixin private KeyStore store;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      converter = KeyStore.RoleConverter.class,
      description = "viewer, operator (also gives feedback and mutes) or admin.")
  private Role role;

  @Option(
      names = "--label",
      required = true,
      paramLabel = "NAME",
      description = "Who it is for; the audit log knows them by it.")
  private String label;

  @Option(
      names = "--life",
      paramLabel = "DURATION",
      defaultValue = "PT15M",
      description = "How long the link can be used, P7D at most. Default: PT15M.")
  private Duration life;

  @Override
  public Integer call() {
    store.makeFolder();
    return store.use(
        open -> {
          check();
          String token = open.links().issue(label, role, life);
          open.out().println(open.address() + "/sign-in/" + token);
        });
  }

  private void check() {
    if (!LABEL.matcher(label).matches()) {
      throw new AccessException(
          "a label is 1 to 64 letters, digits and _ . @ -, and begins with a letter or digit");
    }
    if (life.isZero() || life.isNegative() || life.compareTo(LONGEST) > 0) {
      throw new AccessException("a link lives for a time up to P7D, not " + life);
    }
  }
}
