package dev.tidewatch.detector.command;

import dev.tidewatch.detector.access.NewAccessKey;
import dev.tidewatch.detector.access.Role;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes an access key and shows its secret, this once. */
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = {
      "Makes an access key and prints it in a form to be sourced. Its secret is shown this once;",
      "the server keeps it sealed. Two live keys may share a label, to change one for the other."
    })
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class KeysCreateCommand implements Callable<Integer> {
  @Mixin private KeyStore store;

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      converter = KeyStore.RoleConverter.class,
      description = "viewer, operator (also gives feedback) or admin.")
  private Role role;

  @Option(
      names = "--label",
      required = true,
      paramLabel = "NAME",
      description = "Whose or what for the key is.")
  private String label;

  @Override
  public Integer call() {
    store.makeFolder();
    return store.use(
        open -> {
          NewAccessKey made = open.keys().create(role, label);
          open.out().printf("# %s, label %s; the secret is shown this once%n", role.label(), label);
          open.out().println("export AWS_ACCESS_KEY_ID=" + made.key().id());
          open.out().println("export AWS_SECRET_ACCESS_KEY=" + made.secret().reveal());
        });
  }
}
