package dev.tidewatch.detector.alerting;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.anomaly.Groups;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What an alert would have told of the groups that are kept, had it been there: a group is told
 * once when it first meets the condition. Severities only rise while a group lasts, so its last
 * state says whether it ever did. Mutes, and what is told of a rise or an end, are not counted.
 *
 * @param groups the ids of those told, the newest first
 * @param perWeek how many that is a week
 */
public record AlertForecast(List<String> groups, double perWeek) {
  private static final double WEEK = Duration.ofDays(7).toSeconds();

  public AlertForecast {
    groups = List.copyOf(groups);
  }

  /** Of the groups of a detector that began in [from, to). */
  public static AlertForecast of(
      Handle handle, long detector, AlertCondition condition, Instant from, Instant to) {
    List<String> told =
        Groups.during(handle, detector, from, to).stream()
            .filter(group -> !group.start().isBefore(from))
            .filter(group -> condition.meets(asItIs(handle, group)))
            .map(FoundGroup::id)
            .toList();
    return new AlertForecast(told, told.size() * WEEK / Duration.between(from, to).toSeconds());
  }

  private static GroupChange asItIs(Handle handle, FoundGroup group) {
    return new GroupChange(Optional.empty(), group, Groups.series(handle, group), List.of());
  }

  /** How many alerts. */
  public int alerts() {
    return groups.size();
  }
}
