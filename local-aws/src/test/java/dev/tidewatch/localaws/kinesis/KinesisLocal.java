package dev.tidewatch.localaws.kinesis;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The npm package kinesis-local as a process, installed below {@code target} when it is not there.
 * It listens on all interfaces, which it cannot be told otherwise: for machines one trusts.
 */
final class KinesisLocal implements Closeable {
  private static final String VERSION = "0.6.2";
  private static final Path FOLDER = Path.of("target", "kinesis-local").toAbsolutePath();
  private static final Path PACKAGE = FOLDER.resolve("node_modules/kinesis-local");

  private final Process process;
  private final int port;

  private KinesisLocal(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static KinesisLocal start() throws IOException {
    if (!Files.exists(PACKAGE.resolve("main.js"))) {
      install();
    }
    int port = freePort();
    var builder = process(List.of("node", PACKAGE.resolve("main.js").toString()), "server.log");
    builder
        .environment()
        .putAll(
            Map.of(
                "KINESIS_MOCK_PLAIN_PORT", String.valueOf(port),
                "KINESIS_MOCK_TLS_PORT", String.valueOf(freePort()),
                "KINESIS_MOCK_CERT_PATH", PACKAGE.resolve("server.json").toString(),
                "SHARD_LIMIT", "1000"));
    var server = new KinesisLocal(builder.start(), port);
    await().atMost(Duration.ofSeconds(60)).until(server::isUp);
    return server;
  }

  private static void install() throws IOException {
    Files.createDirectories(FOLDER);
    Process npm =
        process(
                List.of(
                    "npm",
                    "install",
                    "--no-audit",
                    "--no-fund",
                    "--prefix",
                    FOLDER.toString(),
                    "kinesis-local@" + VERSION),
                "npm.log")
            .start();
    await().atMost(Duration.ofMinutes(3)).until(() -> !npm.isAlive());
    if (npm.exitValue() != 0) {
      throw new IOException("npm could not install kinesis-local: see " + FOLDER + "/npm.log");
    }
  }

  private static ProcessBuilder process(List<String> command, String log) {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(FOLDER.resolve(log).toFile());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private boolean isUp() {
    if (!process.isAlive()) {
      throw new IllegalStateException("kinesis-local ended: see " + FOLDER + "/server.log");
    }
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
