package dev.tidewatch.detector.child;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server's process. What it logs goes to a file, so that it never waits for a reader. */
public final class ServerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** What {@code bin/detector} starts the server with. */
  public static final List<String> USUAL =
      List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

  /** Of servers that do not live long: quickly compiled. */
  public static final List<String> SHORT =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Process process;
  private final String url;

  private ServerProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts a {@link ClockedServer} and waits until it listens.
   *
   * @param options of the virtual machine
   * @param arguments those of its main
   * @return also when it died before that, as it may have been told to
   */
  public static ServerProcess clocked(
      Map<String, String> environment, Path log, List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), ClockedServer.class.getName()));
    command.addAll(arguments);
    try {
      Process process = process(environment, log, command).start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      String line = out.readLine();
      return new ServerProcess(process, line == null ? "" : line.replaceFirst(".* ", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A process of this environment whose errors go to a file. */
  static ProcessBuilder process(Map<String, String> environment, Path log, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(environment);
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return builder;
  }

  private static String classPath() {
    String ofTests = System.getProperty("surefire.test.class.path");
    String own = ofTests == null ? System.getProperty("java.class.path") : ofTests;
    return String.join(File.pathSeparator, own.split(File.pathSeparator));
  }

  /** Where it listens; empty when it died before. */
  public String url() {
    return url;
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until it has died. */
  public int exitCode() {
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the server did not end within " + PATIENCE);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** As a power cut. */
  public void kill() {
    process.destroyForcibly();
    exitCode();
  }

  /** As by SIGTERM. */
  @Override
  public void close() {
    process.destroy();
    exitCode();
  }
}
