package dev.tidewatch.evaluation.jvm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a main class of this class path in a JVM that starts for it. */
public final class ChildJvm {
  private ChildJvm() {}

  /**
   * Waits until it has ended; what it says on standard error is passed on.
   *
   * @param flags of the JVM; those of other processors' JVMs are left aside
   * @return the lines it wrote
   * @throws UncheckedIOException when it could not be started or failed
   */
  public static List<String> run(List<String> flags, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+IgnoreUnrecognizedVMOptions");
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    try {
      return lines(command);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "a JVM for " + main.getSimpleName() + " " + arguments + ": " + e.getMessage(), e);
    }
  }

  private static List<String> lines(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      List<String> lines = out.lines().toList();
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new IOException("it ended with exit code " + exitCode);
      }
      return lines;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      process.destroy();
    }
  }
}
