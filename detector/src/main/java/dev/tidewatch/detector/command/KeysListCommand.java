package dev.tidewatch.detector.command;

import dev.tidewatch.detector.access.AccessKey;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists access keys, without their secrets. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists all access keys, revoked ones too; never a secret.")
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class KeysListCommand implements Callable<Integer> {
  private static final String ROW = "%-20s  %-8s  %-7s  %-20s  %-20s  %s%n";

  @Mixin private KeyStore store;

  @Override
  public Integer call() {
    return store.use(
        open -> {
          open.out().printf(ROW, "ID", "ROLE", "STATE", "CREATED", "USED", "LABEL");
          open.all().forEach(key -> print(key, open.out()));
        });
  }

  private static void print(AccessKey key, PrintWriter out) {
    out.printf(
        ROW,
        key.id(),
        key.role().label(),
        key.active() ? "live" : "revoked",
        time(key.created()),
        key.used().map(KeysListCommand::time).orElse("never"),
        key.label());
  }

  private static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
