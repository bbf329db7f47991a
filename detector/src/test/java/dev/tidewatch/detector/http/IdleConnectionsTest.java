package dev.tidewatch.detector.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdleConnectionsTest {
  private static final int WANTED = 10_000;
  private static final int FEWEST = 500;

  @TempDir Path folder;

  @Test
  void thousandsThatSayNothingDelayNobody() throws Exception {
    String ofTests = System.getProperty("surefire.test.class.path");
    String classPath = ofTests == null ? System.getProperty("java.class.path") : ofTests;
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                classPath,
                IdleServer.class.getName())
            .redirectError(Redirect.appendTo(folder.resolve("log").toFile()))
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      while (!line.startsWith("port ")) {
        line = out.readLine();
      }
      surround(Integer.parseInt(line.substring("port ".length())));
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static void surround(int port) throws IOException {
    List<SocketChannel> idle = new ArrayList<>();
    try {
      int opened = open(port, idle);
      assertThat(opened).isGreaterThan(FEWEST);
      try (RawClient client = new RawClient(port)) {
        client.post("/ListAlerts", "{}"); // the first one compiles
        long begun = System.nanoTime();
        assertThat(client.post("/ListAlerts", "{}").status()).isEqualTo(200);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf("%d idle connections: answered in %d ms%n", opened, took.toMillis());
        assertThat(took).isLessThan(Duration.ofSeconds(1));
      }
    } finally {
      for (SocketChannel each : idle) {
        each.close();
      }
    }
  }

  /** As many as wanted, or as the machine lets a process have less some for the client. */
  private static int open(int port, List<SocketChannel> idle) throws IOException {
    try {
      while (idle.size() < WANTED) {
        idle.add(SocketChannel.open(new InetSocketAddress("127.0.0.1", port)));
      }
    } catch (IOException tooMany) {
      for (int i = 0; i < Math.min(50, idle.size()); i++) {
        idle.remove(idle.size() - 1).close();
      }
    }
    return idle.size();
  }
}
