package dev.tidewatch.evaluation.picture;

import dev.tidewatch.evaluation.label.Labels;
import dev.tidewatch.evaluation.label.RowRange;
import dev.tidewatch.evaluation.picture.Episode.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lays alerts and labelled events over each other, by the rule of the scorer that comes with the
 * data: alerts at most k rows apart belong together (k = 7 for minutes, 3 for hours, 1 for days);
 * together they are false when no labelled row lies among them or up to k rows before.
 */
final class Episodes {
  private static final double ALERT = 50;

  private final ScoredSeries scored;
  private final Labels labels;
  private final boolean labelled;
  private final int apart;

  private Episodes(ScoredSeries scored, Labels labels, boolean labelled) {
    this.scored = scored;
    this.labels = labels;
    this.labelled = labelled;
    this.apart = apart(scored.series().interval());
  }

  /** All episodes of a series in the order of time; what lies in its history is left out. */
  static List<Episode> of(ScoredSeries scored, Labels labels) {
    return new Episodes(scored, labels, true).all();
  }

  /** All alerts of a series of which nobody knows whether they are right. */
  static List<Episode> unlabelled(ScoredSeries scored) {
    return new Episodes(scored, new Labels(List.of(), 0), false).all();
  }

  private List<Episode> all() {
    List<RowRange> alerts = alerts();
    List<Episode> episodes = new ArrayList<>();
    labels.events().forEach(event -> episodes.add(event(event)));
    alerts.stream()
        .filter(alert -> labels.events().stream().noneMatch(event -> alertsIn(event, alert)))
        .forEach(alert -> episodes.add(Episode.of(kind(alert), alert, 0, scored)));
    episodes.sort(Comparator.comparingInt(episode -> episode.rows().first()));
    return episodes;
  }

  private List<RowRange> alerts() {
    List<RowRange> alerts = new ArrayList<>();
    int first = -1;
    int last = -1;
    for (int row = labels.history(); row < scored.size(); row++) {
      if (isAlert(row)) {
        if (first >= 0 && row - last > apart) {
          alerts.add(new RowRange(first, last));
          first = row;
        }
        first = first < 0 ? row : first;
        last = row;
      }
    }
    if (first >= 0) {
      alerts.add(new RowRange(first, last));
    }
    return alerts;
  }

  private Episode event(RowRange event) {
    for (int row = event.first(); row <= event.last(); row++) {
      if (isAlert(row)) {
        return Episode.of(Kind.FOUND, event, row - event.first(), scored);
      }
    }
    return Episode.of(Kind.MISSED, event, 0, scored);
  }

  private boolean alertsIn(RowRange event, RowRange alert) {
    for (int row = alert.first(); row <= alert.last(); row++) {
      if (isAlert(row) && event.contains(row)) {
        return true;
      }
    }
    return false;
  }

  private Kind kind(RowRange alert) {
    if (!labelled) {
      return Kind.ALERT;
    }
    boolean beside =
        labels.events().stream()
            .anyMatch(
                event -> event.last() >= alert.first() - apart && event.first() <= alert.last());
    return beside ? Kind.BESIDE : Kind.FALSE_ALERT;
  }

  private boolean isAlert(int row) {
    return scored.score(row).severity() >= ALERT;
  }

  private static int apart(Duration interval) {
    long seconds = interval.toSeconds();
    return seconds >= 43_200 ? 1 : seconds >= 1_800 ? 3 : 7;
  }
}
