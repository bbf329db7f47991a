package dev.tidewatch.detector.child;

import dev.tidewatch.detector.catalog.Account;
import dev.tidewatch.detector.schedule.RunObserver;
import dev.tidewatch.detector.schedule.RunStep;
import dev.tidewatch.detector.server.DetectorServer;
import dev.tidewatch.detector.server.ServerConfiguration;
import dev.tidewatch.detector.server.ServerConfiguration.Access;
import dev.tidewatch.detector.server.ServerConfiguration.Console;
import dev.tidewatch.detector.server.ServerConfiguration.LimitKind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The main of a server whose clock is ahead of the machine's or behind it, and that may be told to
 * die at a step of its runs as a power cut would have it: nothing is closed. Ends when its standard
 * input does, as by the death of whoever started it.
 */
public final class ClockedServer {
  /** The exit code of a process that died as it was told. */
  public static final int KILLED = 137;

  private ClockedServer() {}

  /**
   * @param arguments data folder, file of access keys, milliseconds the clock is ahead, workers;
   *     perhaps a step, and at which of its occurrences to die
   */
  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    ServerConfiguration configuration =
        new ServerConfiguration(
            "127.0.0.1",
            0,
            data,
            Account.EXAMPLE,
            new Access(Optional.of(Path.of(arguments[1])), false),
            LimitKind.OWN,
            Optional.empty(),
            Optional.of(URI.create("https://console.example.com")), // the same after each start
            Console.USUAL,
            Integer.parseInt(arguments[3]),
            false);
    Clock clock =
        Clock.offset(Clock.system(ZoneOffset.UTC), Duration.ofMillis(Long.parseLong(arguments[2])));
    RunObserver observer =
        arguments.length > 4
            ? dying(RunStep.valueOf(arguments[4]), Integer.parseInt(arguments[5]))
            : RunObserver.NONE;
    DetectorServer server = DetectorServer.start(configuration, clock, observer);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  closed.countDown();
                }));
    System.out.println("listening on " + server.url());
    while (System.in.read() >= 0) {
      // nothing is said to it
    }
    System.exit(0);
  }

  private static RunObserver dying(RunStep step, int occurrence) {
    AtomicInteger times = new AtomicInteger();
    return reached -> {
      if (reached == step && times.incrementAndGet() == occurrence) {
        Runtime.getRuntime().halt(KILLED);
      }
    };
  }
}
