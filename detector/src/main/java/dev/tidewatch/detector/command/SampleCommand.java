package dev.tidewatch.detector.command;

import dev.tidewatch.detector.sample.SampleRequests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sample data, beside a running server. */
@Command(
    name = "sample",
    mixinStandardHelpOptions = true,
    description =
        "Loads sample data into a running server, or takes them away: a shop with planted anomalies"
            + " that goes on live. Nothing leaves this machine.")
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class SampleCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "WHAT", description = "load or remove.")
  private What what;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      defaultValue = "detector-data",
      description = "The server's folder (default: ${DEFAULT-VALUE}).")
  private Path data;

  /** What to do with them. */
  enum What {
    LOAD,
    REMOVE
  }

  @Override
  public void run() {
    if (!Files.isDirectory(data)) {
      throw new ParameterException(
          spec.commandLine(), "there is no folder " + data + "; name the server's");
    }
    SampleRequests requests = new SampleRequests(data, InstantSource.system());
    switch (what) {
      case LOAD -> requests.load();
      case REMOVE -> requests.remove();
    }
    spec.commandLine()
        .getOut()
        .printf(
            "the server was asked to %s the sample data%n", what.name().toLowerCase(Locale.ROOT));
  }
}
