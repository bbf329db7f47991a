package dev.tidewatch.detector.console.system;

import dev.tidewatch.detector.console.words.Bytes;
import dev.tidewatch.detector.console.words.Times;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program that runs, and since when. */
final class Program {
  private Program() {}

  /**
   * @param clock what the detectors' clock shows
   */
  static List<Fact> facts(Instant clock) {
    Runtime runtime = Runtime.getRuntime();
    RuntimeMXBean process = ManagementFactory.getRuntimeMXBean();
    long used = runtime.totalMemory() - runtime.freeMemory();
    return List.of(
        new Fact("Version", version()),
        new Fact("Java", Runtime.version().toString()),
        new Fact("Started", second(Instant.ofEpochMilli(process.getStartTime()))),
        new Fact("Running for", Times.length(Duration.ofMillis(process.getUptime()))),
        new Fact("Memory", Bytes.words(used) + " of at most " + Bytes.words(runtime.maxMemory())),
        new Fact("Log level", logLevel(LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME))),
        new Fact("Machine's clock", second(Clock.systemUTC().instant())),
        new Fact("Detectors' clock", second(clock)));
  }

  /** As the released jar says; classes that were compiled only now know none. */
  private static String version() {
    return Optional.ofNullable(Program.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  static String logLevel(Logger logger) {
    if (logger.isTraceEnabled()) {
      return "trace";
    } else if (logger.isDebugEnabled()) {
      return "debug";
    } else if (logger.isInfoEnabled()) {
      return "info";
    } else if (logger.isWarnEnabled()) {
      return "warn";
    }
    return logger.isErrorEnabled() ? "error" : "off";
  }

  private static String second(Instant time) {
    return Instant.ofEpochSecond(time.getEpochSecond()).toString();
  }
}
