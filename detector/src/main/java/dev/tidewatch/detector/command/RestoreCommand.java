package dev.tidewatch.detector.command;

import dev.tidewatch.detector.store.Backup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a copy of the database back. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Puts a backup in the place of the database, while the server is stopped. What was there is kept as"
          + " detector.db.replaced. Intervals since the backup are run again when the server starts.",
      ""
    })
@SuppressWarnings("NullAway.Init") // picocli sets them
public final class RestoreCommand implements Runnable {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The server's folder.")
  private Path data;

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Backup.restore(file, data.resolve("detector.db"));
    spec.commandLine().getOut().println("put back " + file);
  }
}
