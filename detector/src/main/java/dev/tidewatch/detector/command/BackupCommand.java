package dev.tidewatch.detector.command;

import dev.tidewatch.detector.store.Backup;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the database. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Copies the database into a file, also while the server runs. The copy is of one moment.",
      "The key file (detector.key) is not in it: keep it apart, or the access keys cannot be read again.",
      ""
    })
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class BackupCommand implements Runnable {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The server's folder.")
  private Path data;

  @Parameters(paramLabel = "FILE", description = "What to write; must not be there yet.")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    Backup.copy(data.resolve("detector.db"), file);
    spec.commandLine().getOut().println("copied to " + file);
  }
}
