package dev.tidewatch.detector.console.anomaly;

import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.FoundGroup.Peak;
import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.scoring.series.Severity;
import dev.tidewatch.scoring.series.Trouble;
import java.time.Duration;
import java.util.Locale;

/** Why something is told, in sentences. */
final class Reasons {
  private Reasons() {}

  static String of(FoundGroup group, Duration interval, int watched) {
    StringBuilder text = new StringBuilder();
    double widths = widths(group.peak());
    if (Double.isFinite(widths)) {
      text.append(
          String.format(
              Locale.ROOT,
              "The value lies %.1f half-widths of the expected band away from what was expected. ",
              widths));
    }
    long intervals = 1 + Duration.between(group.start(), group.end()).dividedBy(interval);
    text.append(
        intervals == 1
            ? "It was one interval. "
            : "It was unusual over %,d intervals. ".formatted(intervals));
    if (group.severity() >= 1) {
      text.append(
          "A healthy series shows something like this about once in %s; that is what severity %d stands for%s."
              .formatted(
                  period(Severity.returnPeriod(group.severity(), Math.max(1, watched))),
                  (int) group.severity(),
                  watched > 1 ? " where " + "%,d".formatted(watched) + " series are watched" : ""));
    }
    return text.toString();
  }

  /** How many half-widths of its band a value lies away from what was expected. */
  private static double widths(Peak peak) {
    return 2 * Math.abs(peak.value() - peak.expected()) / (peak.upper() - peak.lower());
  }

  static String period(Duration duration) {
    long days = duration.toDays();
    if (days >= 730) {
      return "%,d years".formatted(Math.min(days / 365, 1_000_000));
    }
    return days >= 60 ? days / 30 + " months" : Times.length(duration);
  }

  static String trouble(Trouble trouble) {
    return switch (trouble) {
      case OUTLIER -> "a value far off";
      case SHIFT -> "a while on one side of what was expected";
      case FLATLINE -> "stands still where it used to move";
      case VARIANCE -> "scatters more than it used to";
      case DRIFT -> "creeps away";
      case PHASE -> "its season comes early or late";
      case NOVELTY -> "a value never seen before";
      case SHAPE -> "follows another pattern than before";
    };
  }
}
