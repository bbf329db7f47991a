package dev.tidewatch.detector.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs of the machine to their end. */
final class Program {
  private static final int NOT_FOUND = 127;
  private static final int TOO_LONG = 124;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private Program() {}

  /** How a program ended, as a shell tells it, and what it wrote. */
  record Outcome(int exit, String output) {
    boolean succeeded() {
      return exit == 0;
    }
  }

  static Outcome run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("client", ".log");
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().putAll(environment);
      builder.environment().put("PYTHONUTF8", "1");
      builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
      int exit = exit(builder.redirectErrorStream(true).redirectOutput(output.toFile()));
      return new Outcome(exit, Files.readString(output));
    } finally {
      Files.delete(output);
    }
  }

  private static int exit(ProcessBuilder builder) throws InterruptedException {
    Process process;
    try {
      process = builder.start();
    } catch (IOException absent) {
      return NOT_FOUND;
    }
    try {
      boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return ended ? process.exitValue() : TOO_LONG;
    } finally {
      process.destroyForcibly();
    }
  }
}
