package dev.tidewatch.detector.http;

import java.io.IOException;
import java.time.Duration;

/** The front in a process of its own, until its standard input ends. */
final class IdleServer {
  private IdleServer() {}

  public static void main(String[] arguments) throws IOException {
    ServerSettings settings = ServerSettings.on("127.0.0.1", 0).withIdle(Duration.ofMinutes(10));
    try (TestServer server = new TestServer(settings)) {
      System.out.println("port " + server.port());
      while (System.in.read() >= 0) {
        // nothing is asked of it here
      }
    }
  }
}
