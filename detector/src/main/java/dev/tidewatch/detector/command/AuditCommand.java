package dev.tidewatch.detector.command;

import dev.tidewatch.detector.audit.AuditFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints who changed what. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the calls that changed something, or were to: a line of JSON each, as CloudTrail",
      "records them, the oldest first. They are kept for 400 days."
    })
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class AuditCommand implements Runnable {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The server's folder.")
  private Path data;

  @Option(
      names = "--since",
      paramLabel = "INSTANT",
      description = "Only calls from then on, such as 2026-01-31T00:00:00Z.")
  private @Nullable Instant since;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    AuditFiles.read(AuditFiles.in(data), since == null ? Instant.EPOCH : since, out::println);
    out.flush();
  }
}
