package dev.tidewatch.setup.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command writes what it made. */
final class ToOption {
  @Option(
      names = "--to",
      paramLabel = "FILE",
      description =
          "Where to write it; an existing folder gets a file of the detector's name."
              + " Default: standard output.")
  private @Nullable Path place;

  /** Whether more than one file may go there. */
  boolean isFolder() {
    return place != null && Files.isDirectory(place);
  }

  /**
   * Writes it.
   *
   * @param name of the file in a folder, without its ending
   */
  void write(String text, String name, PrintWriter out) {
    if (place == null) {
      out.print(text);
      out.flush();
      return;
    }
    Path file = isFolder() ? place.resolve(name + ".yaml") : place;
    try {
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot write " + file + ": " + failure, failure);
    }
  }
}
