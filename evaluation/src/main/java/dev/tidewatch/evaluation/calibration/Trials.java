package dev.tidewatch.evaluation.calibration;

import dev.tidewatch.evaluation.healthy.HealthyKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The series whose health is known because they are made here. */
final class Trials {
  private static final Duration MONTH = Duration.ofDays(28);

  private Trials() {}

  /**
   * @param scale how many series, 1 for as many as show the promise of severity 90 kept or broken:
   *     dozens of alerts allowed
   */
  static List<Trial> plan(double scale) {
    List<Trial> trials = new ArrayList<>();
    for (HealthyKind kind : HealthyKind.all()) {
      trials.add(trial(kind, Duration.ofMinutes(5), 80 * scale, MONTH, 140));
      trials.add(trial(kind, Duration.ofHours(1), 100 * scale, MONTH, 140));
      trials.add(trial(kind, Duration.ofDays(1), 60 * scale, Duration.ofDays(84), 730));
    }
    return trials;
  }

  private static Trial trial(
      HealthyKind kind, Duration interval, double series, Duration young, int grownDays) {
    int number = Math.max(1, (int) Math.round(series));
    return new Trial(kind, interval, number, young, Duration.ofDays(grownDays));
  }
}
