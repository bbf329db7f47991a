package dev.tidewatch.detector.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Ends an access key. */
@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = {
      "Ends an access key and all temporary credentials issued for it. Its secret is wiped:",
      "this cannot be taken back."
    })
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class KeysRevokeCommand implements Callable<Integer> {
  @Mixin private KeyStore store;

  @Parameters(paramLabel = "ID", description = "The key's id, such as AKIA…")
  private String id;

  @Override
  public Integer call() {
    return store.use(
        open -> {
          open.keys().revoke(id);
          open.out().println("revoked " + id);
        });
  }
}
