package dev.tidewatch.detector.command;

import dev.tidewatch.detector.schedule.RunObserver;
import dev.tidewatch.detector.server.ConfigurationFile;
import dev.tidewatch.detector.server.DetectorServer;
import dev.tidewatch.detector.server.ServerConfiguration;
import dev.tidewatch.detector.server.ServerConfiguration.LimitKind;
import dev.tidewatch.detector.server.TravellingClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the server until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the server until it is told to stop (Ctrl-C, SIGTERM); what is under way is finished first.",
      "Options go before the file, and the file before the defaults. Region, credentials and endpoints of S3, SNS,"
          + " Lambda and CloudWatch come from where the AWS SDK looks for them.",
      ""
    })
public final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "The YAML file of the server: host, port, data, account, access, limits, tls, consoleUrl, console, workers, forest.")
  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept. Default: detector-data.")
  private @Nullable Path data;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Where to listen. Default: 127.0.0.1.")
  private @Nullable String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "On which port; 0: any free one. Default: 8765.")
  private @Nullable Integer port;

  @Option(
      names = "--limits",
      paramLabel = "KIND",
      description =
          "lookout: the original service's quotas and rates; own: much higher ones. Default: lookout.")
  private @Nullable LimitKind limits;

  @Option(
      names = "--exit-with-parent",
      hidden = true,
      description = "Stop when the process that started this one is gone.")
  private boolean exitWithParent;

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description =
          "Write what clients need to find the server into a file that a shell can source, once it answers.")
  private @Nullable Path environmentFile;

  @Option(
      names = "--clock-from",
      paramLabel = "INSTANT",
      description = "For demonstrations: let the server's clock begin at another time.")
  private @Nullable Instant clockFrom;

  @Option(
      names = "--clock-speed",
      paramLabel = "N",
      defaultValue = "1",
      description = "For demonstrations: let it run so many times faster.")
  private double clockSpeed;

  @SuppressWarnings("NullAway.Init") // picocli sets it
  @Spec
  private CommandSpec spec;

  private Clock clock() {
    Clock real = Clock.systemUTC();
    return clockFrom == null ? real : new TravellingClock(real, clockFrom, clockSpeed);
  }

  private void writeEnvironment(DetectorServer server) {
    if (environmentFile == null) {
      return;
    }
    Path unfinished = environmentFile.resolveSibling(environmentFile.getFileName() + ".unfinished");
    try {
      Files.writeString(
          unfinished, "export AWS_ENDPOINT_URL_LOOKOUTMETRICS=" + server.url() + "\n");
      Files.move(unfinished, environmentFile, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      server.close();
      throw new UncheckedIOException("cannot write " + environmentFile + ": " + e.getMessage(), e);
    }
  }

  private ServerConfiguration configuration() {
    ServerConfiguration read =
        config == null ? ServerConfiguration.defaults() : ConfigurationFile.read(config);
    read = data == null ? read : read.withData(data);
    read = host == null ? read : read.withHost(host);
    read = port == null ? read : read.withPort(port);
    return limits == null ? read : read.withLimits(limits);
  }

  /** What an option may not be, is a mistake in how the command is used. */
  private <T> T checked(Supplier<T> options) {
    try {
      return options.get();
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    ServerConfiguration configuration = checked(this::configuration);
    Clock clock = checked(this::clock);
    long begun = System.nanoTime();
    DetectorServer server = DetectorServer.start(configuration, clock, RunObserver.NONE);
    writeEnvironment(server);
    LOG.info(
        "listening on {} after {} ms; data in {}",
        server.url(),
        (System.nanoTime() - begun) / 1_000_000,
        configuration.data());
    server.consoleUrl().ifPresent(console -> tellOfConsole(console, server, configuration));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  LOG.info("stopping");
                  server.close();
                  stopped.countDown();
                },
                "stop"));
    if (exitWithParent) {
      stopWithParent();
    }
    stopped.await();
    return ExitCode.OK;
  }

  /** Whoever starts it for the first time has no key, and must not have to look for a manual. */
  private static void tellOfConsole(
      String console, DetectorServer server, ServerConfiguration configuration) {
    LOG.info("the console is at {}", console);
    if (server.isUnvisited()) {
      LOG.info(
          "nobody has an access key yet; for a link that signs you in: bin/detector keys link --role admin --label {}"
              + " --data '{}'",
          "me",
          configuration.data().toAbsolutePath());
    }
  }

  private static void stopWithParent() {
    ProcessHandle.current()
        .parent()
        .map(parent -> parent.onExit().thenRun(() -> System.exit(ExitCode.OK)))
        .ifPresent(stop -> LOG.debug("stops with its parent: {}", stop));
  }
}
