package dev.tidewatch.detector.child;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged server as {@code bin/detector serve} starts it. */
public final class JarProcess implements AutoCloseable {
  private static final int READY = 200;
  private final Process process;
  private final URI ready;

  private JarProcess(Process process, int port) {
    this.process = process;
    this.ready = URI.create("http://127.0.0.1:" + port + "/health/ready");
  }

  /** Starts the process and does not wait for anything. */
  public static JarProcess serve(Path jar, Map<String, String> environment, Path log, Path data) {
    try {
      int port = freePort();
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(ServerProcess.USUAL);
      command.addAll(List.of("-jar", jar.toString(), "serve", "--limits", "own"));
      command.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
      return new JarProcess(ServerProcess.process(environment, log, command).start(), port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Waits until it says that it is ready. */
  public void awaitReady() {
    while (!isReady()) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the server has ended");
      }
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** How long processors worked for it so far. */
  public Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private boolean isReady() {
    try {
      HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
      return connection.getResponseCode() == READY;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** As by SIGTERM. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
