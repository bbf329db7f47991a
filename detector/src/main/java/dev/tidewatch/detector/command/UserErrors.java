package dev.tidewatch.detector.command;

import dev.tidewatch.detector.access.AccessException;
import dev.tidewatch.detector.alerting.MuteRefused;
import dev.tidewatch.detector.events.EventRefused;
import dev.tidewatch.detector.http.PemException;
import dev.tidewatch.detector.http.PortTaken;
import dev.tidewatch.detector.server.RefusedStart;
import dev.tidewatch.detector.store.StoreException;
import dev.tidewatch.metricset.yaml.InvalidYamlFile;
import java.io.UncheckedIOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a user's mistake as a sentence; a stack trace is for those who ask for it. */
public final class UserErrors implements IExecutionExceptionHandler {
  private static final List<Class<? extends Exception>> MISTAKES =
      List.of(
          AccessException.class,
          StoreException.class,
          RefusedStart.class,
          MuteRefused.class,
          EventRefused.class,
          PemException.class,
          PortTaken.class,
          InvalidYamlFile.class,
          UncheckedIOException.class);

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed)
      throws Exception {
    boolean verbose = parsed.hasMatchedOption("--verbose");
    if (verbose || MISTAKES.stream().noneMatch(kind -> kind.isInstance(failure))) {
      throw failure;
    }
    command
        .getErr()
        .println(command.getColorScheme().errorText("detector: " + failure.getMessage()));
    command.getErr().flush();
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
