package dev.tidewatch.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A Java program in a process of its own, as a user starts it. */
public final class ChildJvm {
  /** For short lives: half the processor time of what the JVM does by itself. */
  private static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx1500m");

  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar",
          "jdk.internal.ref");

  /** What a program left behind: its exit code and all it printed. */
  public record Outcome(int exitCode, String output) {}

  private ChildJvm() {}

  /** Runs the program to its end, or kills it and fails when that takes too long. */
  static Outcome run(
      String classPath,
      Map<String, String> environment,
      Duration patience,
      String mainClass,
      List<String> arguments) {
    return run(SHORT_LIVED, classPath, environment, patience, mainClass, arguments);
  }

  /** The same, with options for the JVM. */
  public static Outcome run(
      List<String> options,
      String classPath,
      Map<String, String> environment,
      Duration patience,
      String mainClass,
      List<String> arguments) {
    try {
      Path output = Files.createTempFile("child", ".log");
      Process process = start(options, classPath, environment, output, mainClass, arguments);
      try {
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
          throw new AssertionError(
              mainClass + " did not end within " + patience + ":\n" + Files.readString(output));
        }
        return new Outcome(process.exitValue(), Files.readString(output));
      } finally {
        process.destroyForcibly();
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + mainClass + " was running", e);
    }
  }

  /** Starts the program; all it prints goes to the file. */
  static Process start(
      String classPath,
      Map<String, String> environment,
      Path output,
      String mainClass,
      List<String> arguments)
      throws IOException {
    return start(SHORT_LIVED, classPath, environment, output, mainClass, arguments);
  }

  private static Process start(
      List<String> options,
      String classPath,
      Map<String, String> environment,
      Path output,
      String mainClass,
      List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    command.add("-Dlog4j2.configurationFile=" + Repository.file("bin/log4j2.properties"));
    command.addAll(List.of("-cp", classPath, mainClass));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
  }
}
