package dev.tidewatch.detector.trial;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How what was found compares to what people know.
 *
 * @param rightGroups groups that are about something that was wrong
 * @param wrongGroups groups that are about nothing, as far as people know
 * @param unjudgedGroups groups that nobody judged; where labels are complete there are none
 * @param foundLabels how much of what was wrong was found
 * @param missedLabels and how much was not
 */
public record Accuracy(
    int rightGroups, int wrongGroups, int unjudgedGroups, int foundLabels, int missedLabels) {

  static Accuracy of(List<TrialGroup> groups, Labels labels, Duration interval) {
    List<Label> anomalies = labels.all().stream().filter(Label::anomaly).toList();
    List<Label> falseAlarms = labels.all().stream().filter(label -> !label.anomaly()).toList();
    int right = 0;
    int wrong = 0;
    for (TrialGroup group : groups) {
      if (anomalies.stream().anyMatch(label -> label.concerns(group, interval))) {
        right++;
      } else if (labels.complete()
          || falseAlarms.stream().anyMatch(label -> label.concerns(group, interval))) {
        wrong++;
      }
    }
    int found =
        (int)
            anomalies.stream()
                .filter(label -> groups.stream().anyMatch(g -> label.concerns(g, interval)))
                .count();
    return new Accuracy(
        right, wrong, groups.size() - right - wrong, found, anomalies.size() - found);
  }

  /** The share of what was told that was right, 0 to 1; none when nothing was judged. */
  public OptionalDouble precision() {
    return share(rightGroups, rightGroups + wrongGroups);
  }

  /** The share of what was wrong that was told, 0 to 1; none when nothing was. */
  public OptionalDouble recall() {
    return share(foundLabels, foundLabels + missedLabels);
  }

  /** The harmonic mean of both; none when one of them is missing. */
  public OptionalDouble f1() {
    if (precision().isEmpty() || recall().isEmpty()) {
      return OptionalDouble.empty();
    }
    double precision = precision().getAsDouble();
    double recall = recall().getAsDouble();
    double sum = precision + recall;
    return OptionalDouble.of(sum == 0 ? 0 : 2 * precision * recall / sum);
  }

  private static OptionalDouble share(int part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
