package dev.tidewatch.detector.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** Chooses a port before the server listens, because alerts link to it. */
final class FreePort {
  private FreePort() {}

  /** The same with a port that was free just now, where none is named. */
  static ServerConfiguration chosen(ServerConfiguration configuration) {
    if (configuration.port() != 0) {
      return configuration;
    }
    try (ServerSocket socket = new ServerSocket(0, 1, Doors.address(configuration.host()))) {
      return configuration.withPort(socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "there is no free port on " + configuration.host() + ": " + e.getMessage(), e);
    }
  }
}
