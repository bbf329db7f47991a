package dev.tidewatch.detector.command;

import dev.tidewatch.detector.events.NotedEvent;
import dev.tidewatch.detector.server.EventBench;
import dev.tidewatch.detector.server.ServerConfiguration;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that names the server's data, and its events. */
@SuppressWarnings("NullAway.Init") // picocli sets them
final class EventStore {
  @Option(
      names = "--data",
      defaultValue = "detector-data",
      paramLabel = "DIR",
      description = "The server's folder. Default: ${DEFAULT-VALUE}.")
  private Path data;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec mixee;

  void use(BiConsumer<EventBench, PrintWriter> work) {
    PrintWriter out = mixee.commandLine().getOut();
    try (EventBench bench = EventBench.open(ServerConfiguration.defaults().withData(data))) {
      work.accept(bench, out);
    }
    out.flush();
  }

  static String line(NotedEvent event) {
    return "%-6d  %s%s  %-8s  %s  %s  %s  by %s"
        .formatted(
            event.id(),
            event.start(),
            event.what().time().isMoment() ? "" : " to " + event.end(),
            event.kind().label(),
            event.title(),
            event.what().detector().isEmpty() ? "all detectors" : event.what().detector(),
            event.what().scope().values().isEmpty()
                ? "everywhere"
                : event.what().scope().values().toString(),
            event.giver());
  }
}
