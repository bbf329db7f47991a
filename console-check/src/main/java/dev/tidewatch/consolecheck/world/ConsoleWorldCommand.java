package dev.tidewatch.consolecheck.world;

import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.http.PortTaken;
import dev.tidewatch.detector.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Starts a world for people to look at. */
@Command(
    name = "console-world",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Starts a detector server filled with a shop that never was, until you press Ctrl+C.")
public final class ConsoleWorldCommand implements Callable<Integer> {
  @Option(
      names = "--kind",
      defaultValue = "shop",
      description = "shop, hostile, large, history or empty; the usual one is ${DEFAULT-VALUE}.")
  private String kind = "shop";

  @Option(
      names = "--port",
      defaultValue = "0",
      description = "Where it listens; 0, the usual one, takes a free port.")
  private int port;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description =
          "Keeps the world there, and takes one that is there; else it goes with the server.")
  private @Nullable Path data;

  @Spec private @Nullable CommandSpec spec;

  public static void main(String... arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new ConsoleWorldCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(ConsoleWorldCommand::refused);
  }

  /** Where something else has its place already is a sentence; all else is a fault of ours. */
  private static int refused(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    if (!(failure instanceof PortTaken || failure instanceof StoreException)) {
      throw failure;
    }
    command.getErr().println("console-world: " + failure.getMessage());
    command.getErr().flush();
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > 65_535) {
      throw new CommandLine.ParameterException(
          spec().commandLine(), "a port is 0 to 65535, not " + port);
    }
    Path folder = data == null ? temporary() : data;
    try (World world = World.start(kind(), folder, port)) {
      say("The console is at " + world.url() + "; each of these signs you in, once:");
      for (Role role : Role.values()) {
        say("%-9s %s".formatted(role.label(), world.link(role)));
      }
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private WorldKind kind() {
    for (WorldKind each : WorldKind.values()) {
      if (each.name().equalsIgnoreCase(kind)) {
        return each;
      }
    }
    throw new CommandLine.ParameterException(
        spec().commandLine(),
        "there is no world '" + kind + "'; take shop, hostile, large, history or empty");
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("picocli sets this");
    }
    return spec;
  }

  private void say(String line) {
    spec().commandLine().getOut().println(line);
    spec().commandLine().getOut().flush();
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("console-world");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
