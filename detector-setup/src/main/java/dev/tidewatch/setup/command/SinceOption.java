package dev.tidewatch.setup.command;

import dev.tidewatch.metricset.DurationText;
import dev.tidewatch.setup.anomaly.GroupFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose anomaly groups. */
final class SinceOption {
  @Option(
      names = "--severity",
      paramLabel = "N",
      defaultValue = "0",
      description = "Only groups at least as severe, 0 to 100. Default: 0.")
  private int severity;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Only groups that went on then or later: 24h, or 2026-11-20T10:00:00Z.")
  private @Nullable String since;

  @Option(names = "--measure", paramLabel = "NAME", description = "Only groups of this measure.")
  private @Nullable String measure;

  GroupFilter filter(Instant now) {
    return new GroupFilter(
        severity,
        Optional.ofNullable(since).map(text -> instant(text, now)),
        Optional.ofNullable(measure));
  }

  private static Instant instant(String text, Instant now) {
    return DurationText.parse(text)
        .map(now::minus)
        .orElseGet(
            () -> {
              try {
                return Instant.parse(text);
              } catch (DateTimeException wrong) {
                throw new IllegalStateException(
                    "--since " + text + " is no time; write 24h, or 2026-11-20T10:00:00Z");
              }
            });
  }
}
