package dev.tidewatch.evaluation.backtest;

import java.util.ArrayList;
import java.util.List;

/**
 * What one leaf of one measure did over the judged intervals: where it was labelled and where it
 * was alerted.
 */
final class LeafHistory {
  /**
   * Alerts and labels this close belong together: three intervals, as long as a group stays open.
   */
  static final int CLOSE = 3;

  private final List<Boolean> labelled = new ArrayList<>();
  private final List<Boolean> alerted = new ArrayList<>();

  void add(boolean label, boolean alert) {
    labelled.add(label);
    alerted.add(alert);
  }

  /** The labelled runs and the alerts, and how many of each meet. */
  Tally tally() {
    List<int[]> events = runs(labelled, 0);
    List<int[]> alerts = runs(alerted, CLOSE);
    long found = events.stream().filter(event -> any(alerted, event[0], event[1])).count();
    long right = alerts.stream().filter(alert -> any(labelled, alert[0], alert[1])).count();
    long echoes =
        alerts.stream()
            .filter(alert -> !any(labelled, alert[0], alert[1]))
            .filter(alert -> any(labelled, alert[0] - CLOSE, alert[0]))
            .count();
    return new Tally(events.size(), found, right, alerts.size() - right - echoes);
  }

  private static boolean any(List<Boolean> marks, int from, int to) {
    return marks.subList(Math.max(0, from), to + 1).contains(true);
  }

  /** Runs of marked intervals, joined over gaps that are no longer than that. */
  private static List<int[]> runs(List<Boolean> marks, int gap) {
    List<int[]> runs = new ArrayList<>();
    for (int i = 0; i < marks.size(); i++) {
      if (marks.get(i)) {
        if (!runs.isEmpty() && i - runs.get(runs.size() - 1)[1] <= gap + 1) {
          runs.get(runs.size() - 1)[1] = i;
        } else {
          runs.add(new int[] {i, i});
        }
      }
    }
    return runs;
  }
}
