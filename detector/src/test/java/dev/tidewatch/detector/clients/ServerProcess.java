package dev.tidewatch.detector.clients;

import dev.tidewatch.detector.DetectorCommand;
import dev.tidewatch.detector.command.KeysCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** A detector server in a process of its own, as its owner starts it, and keys made for it. */
final class ServerProcess implements AutoCloseable {
  private static final Pattern LISTENING = Pattern.compile("listening on (http://\\S+)");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Process process;
  private final String url;

  /** An access key, or what acts for one for a while; then the token is not empty. */
  record Key(String id, String secret, String token) {}

  private ServerProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts a server and waits until it listens.
   *
   * @param data its folder, with its keys
   * @param limits as {@code --limits} takes it
   * @param aws where its S3 and SNS are
   */
  static ServerProcess start(Path data, String limits, Map<String, String> aws)
      throws IOException, InterruptedException {
    Path log = data.resolve("server.log");
    Process process = launch(data, limits, aws, log);
    try {
      return new ServerProcess(process, awaitUrl(process, log));
    } catch (IOException | InterruptedException | RuntimeException failure) {
      process.destroy();
      throw failure;
    }
  }

  private static Process launch(Path data, String limits, Map<String, String> aws, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx400m"));
    command.add("-Dlogback.configurationFile=logback.xml"); // not that of the tests
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(DetectorCommand.class.getName(), "serve", "--port", "0"));
    command.addAll(List.of("--exit-with-parent", "--data", data.toString(), "--limits", limits));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(aws);
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static String awaitUrl(Process process, Path log)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (process.isAlive() && Instant.now().isBefore(end)) {
      Matcher listening = LISTENING.matcher(Files.readString(log));
      if (listening.find()) {
        return listening.group(1);
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    throw new IllegalStateException("the server does not listen:\n" + Files.readString(log));
  }

  /** Makes a key with {@code keys create}, for a server that is not started yet. */
  static Key key(Path data, String role) throws IOException {
    Files.createDirectories(data);
    return keys("create", "--data", data.toString(), "--role", role, "--label", role);
  }

  /** Issues temporary credentials with {@code keys session}. */
  static Key session(Path data, Key key) {
    return keys("session", "--data", data.toString(), key.id());
  }

  private static Key keys(String... arguments) {
    StringWriter out = new StringWriter();
    if (new CommandLine(new KeysCommand()).setOut(new PrintWriter(out)).execute(arguments) != 0) {
      throw new IllegalStateException("no key was made: " + out);
    }
    return new Key(
        value(out.toString(), "AWS_ACCESS_KEY_ID"),
        value(out.toString(), "AWS_SECRET_ACCESS_KEY"),
        value(out.toString(), "AWS_SESSION_TOKEN"));
  }

  private static String value(String text, String name) {
    String begin = "export " + name + "=";
    return text.lines()
        .filter(line -> line.startsWith(begin))
        .map(line -> line.substring(begin.length()))
        .findFirst()
        .orElse("");
  }

  String url() {
    return url;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
