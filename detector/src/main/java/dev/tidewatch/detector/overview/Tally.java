package dev.tidewatch.detector.overview;

import java.time.Duration;
import java.util.Optional;

/** Counts groups, one after the other. */
final class Tally {
  private int groups;
  private int confirmed;
  private int expected;
  private int falseAlarms;
  private int newTrends;
  private int alerts;
  private int timed;
  private Duration toDetect = Duration.ZERO;

  void add(FeedbackReport.Judged group) {
    groups++;
    alerts += group.alerts();
    group
        .toDetect()
        .ifPresent(
            time -> {
              timed++;
              toDetect = toDetect.plus(time);
            });
    switch (group.word()) {
      case "" -> {}
      case "0EXPECTED" -> expected++;
      case "0NEW_TREND" -> newTrends++;
      default -> {
        if (group.word().startsWith("1")) {
          confirmed++;
        } else {
          falseAlarms++;
        }
      }
    }
  }

  int groups() {
    return groups;
  }

  int alerts() {
    return alerts;
  }

  FeedbackReport.Words words() {
    return new FeedbackReport.Words(confirmed, expected, falseAlarms, newTrends);
  }

  Optional<Duration> toDetect() {
    return timed == 0 ? Optional.empty() : Optional.of(toDetect.dividedBy(timed));
  }
}
