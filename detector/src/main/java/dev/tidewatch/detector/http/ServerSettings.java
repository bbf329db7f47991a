package dev.tidewatch.detector.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the server listens.
 *
 * @param port 0 takes a free one
 * @param threads the most that answer at once; idle connections and slow senders take none
 * @param idle how long a connection may be silent, in the middle of a request too
 * @param tls certificate and key; without them the server speaks plain HTTP
 */
public record ServerSettings(
    String host, int port, int threads, Duration idle, @Nullable TlsFiles tls) {
  private static final int THREADS = 64;
  private static final int FEWEST_THREADS = 8;
  private static final Duration IDLE = Duration.ofSeconds(30);

  public ServerSettings {
    requireNonNull(host, "host");
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("The port is " + port + "; take one of 0 to 65535");
    }
    if (threads < FEWEST_THREADS) {
      throw new IllegalArgumentException(
          "The server has " + threads + " threads; give it at least " + FEWEST_THREADS);
    }
    if (idle.isNegative() || idle.isZero()) {
      throw new IllegalArgumentException("The idle time is " + idle + "; it must be positive");
    }
  }

  /** Plain HTTP with the usual limits. */
  public static ServerSettings on(String host, int port) {
    return new ServerSettings(host, port, THREADS, IDLE, null);
  }

  public ServerSettings withTls(TlsFiles files) {
    return new ServerSettings(host, port, threads, idle, files);
  }

  public ServerSettings withThreads(int most) {
    return new ServerSettings(host, port, most, idle, tls);
  }

  public ServerSettings withIdle(Duration time) {
    return new ServerSettings(host, port, threads, time, tls);
  }
}
