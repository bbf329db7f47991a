package dev.tidewatch.setup.command;

import dev.tidewatch.metricset.DurationText;
import dev.tidewatch.setup.anomaly.GroupQuestion;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which anomaly groups somebody wants to see. */
final class GroupOptions {
  @Option(
      names = "--severity",
      paramLabel = "0..100",
      defaultValue = "50",
      description = "The lowest severity. Default: 50.")
  private int severity = 50;

  @Option(
      names = "--since",
      paramLabel = "WHEN",
      description = "Those that lasted then or later: 7d, 12h, or 2026-11-20T10:00:00Z.")
  private @Nullable String since;

  @Option(names = "--measure", paramLabel = "NAME", description = "Those of one measure.")
  private @Nullable String measure;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many at most, the newest first. Default: 1000.")
  private int most = 1000;

  /**
   * @throws IllegalArgumentException when one of them is wrong
   */
  GroupQuestion question(InstantSource clock) {
    return new GroupQuestion(
        severity,
        Optional.ofNullable(since).map(text -> instant(text, clock)),
        Optional.ofNullable(measure),
        most);
  }

  private static Instant instant(String text, InstantSource clock) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException noInstant) {
      return clock.instant().minus(DurationText.read(text));
    }
  }
}
