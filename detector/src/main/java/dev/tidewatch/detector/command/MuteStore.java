package dev.tidewatch.detector.command;

import dev.tidewatch.detector.server.MuteBench;
import dev.tidewatch.detector.server.ServerConfiguration;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that names the server's data, and its mutes. */
@SuppressWarnings("NullAway.Init") // picocli sets them
final class MuteStore {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The server's folder.")
  private Path data;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee;

  void use(BiConsumer<MuteBench, PrintWriter> work) {
    PrintWriter out = mixee.commandLine().getOut();
    try (MuteBench bench = MuteBench.open(ServerConfiguration.defaults().withData(data))) {
      work.accept(bench, out);
    }
    out.flush();
  }

  static String line(MuteBench.Named named) {
    return "%-6d  %s  %s  %s  %s  by %s"
        .formatted(
            named.mute().id(),
            named.mute().until(),
            named.detector(),
            named.mute().measure().isEmpty() ? "all measures" : named.mute().measure(),
            named.mute().scope().values().isEmpty()
                ? "everywhere"
                : named.mute().scope().values().toString(),
            named.mute().giver());
  }
}
