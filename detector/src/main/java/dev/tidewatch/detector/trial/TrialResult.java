package dev.tidewatch.detector.trial;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a trial found.
 *
 * @param scoredFrom what was before was only learnt from
 * @param scoredTo exclusive
 * @param learnt how many intervals were learnt from or scored, together
 * @param groups all of them, the newest first
 * @param classes how many of each severity, the worst first
 * @param weeks how many in each week, from {@code scoredFrom} on
 * @param top the most severe
 * @param alerts how many alerts there would have been from several thresholds on
 * @param accuracy at the trial's own threshold; none when nobody knows what was anomalous
 */
public record TrialResult(
    String name,
    TrialDraft draft,
    Instant scoredFrom,
    Instant scoredTo,
    int learnt,
    List<TrialGroup> groups,
    List<ClassCount> classes,
    List<WeekCount> weeks,
    List<TrialGroup> top,
    List<AlertRate> alerts,
    Optional<Accuracy> accuracy) {
  private static final double WEEK = Duration.ofDays(7).toSeconds();

  public TrialResult {
    requireNonNull(name, "name");
    requireNonNull(draft, "draft");
    requireNonNull(scoredFrom, "scoredFrom");
    requireNonNull(scoredTo, "scoredTo");
    groups = List.copyOf(groups);
    classes = List.copyOf(classes);
    weeks = List.copyOf(weeks);
    top = List.copyOf(top);
    alerts = List.copyOf(alerts);
    requireNonNull(accuracy, "accuracy");
  }

  /**
   * Groups of one severity.
   *
   * @param word such as {@code critical}
   */
  public record ClassCount(String word, int groups, double perWeek) {}

  /** Groups of a week; the last one may be shorter. */
  public record WeekCount(Instant from, Instant to, int groups) {}

  /** Alerts from a threshold on. */
  public record AlertRate(int threshold, int alerts, double perWeek) {}

  /** How many weeks were scored. */
  public double scoredWeeks() {
    return Duration.between(scoredFrom, scoredTo).toSeconds() / WEEK;
  }
}
