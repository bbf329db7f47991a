package dev.tidewatch.evaluation.table;

import dev.tidewatch.evaluation.file.MalformedData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The scorer that comes with the data: the script {@code evaluate.sh} in its folder. */
final class Scorer {
  private final Path script;

  public Scorer(Path data) {
    script = data.resolve("evaluate.sh").toAbsolutePath();
    if (!Files.isRegularFile(script)) {
      throw new IllegalArgumentException(
          "--data " + data + " has no evaluate.sh: the scorer comes with the data");
    }
  }

  /** What it prints about a folder of results. */
  public String score(Path results) {
    try {
      Process process =
          new ProcessBuilder(
                  List.of("bash", script.toString(), results.toAbsolutePath().toString()))
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      String output = text(process.getInputStream());
      int exit = process.waitFor();
      if (exit != 0) {
        throw new MalformedData(
            script + " could not score " + results + " (exit code " + exit + "):\n" + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException("could not run " + script + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }
}
