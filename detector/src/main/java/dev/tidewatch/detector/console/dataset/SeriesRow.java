package dev.tidewatch.detector.console.dataset;

import dev.tidewatch.detector.anomaly.Point;
import dev.tidewatch.detector.console.words.Headline;
import dev.tidewatch.scoring.cube.Scope;
import java.util.Optional;

/**
 * A measure of a series as it is looked for.
 *
 * @param number of the series
 * @param last its newest point with a value; none when it had none lately
 * @param points how many of the intervals looked at had a value
 * @param looked how many intervals were looked at
 * @param age how many intervals ago the newest point was; 0: in the newest interval
 */
public record SeriesRow(
    long number,
    Scope scope,
    String measure,
    Optional<Point> last,
    int points,
    int looked,
    long age) {

  public String where() {
    return Headline.scope(scope);
  }

  public String measureName() {
    return Headline.name(measure);
  }

  /** Why it is not told of, or that it may be; all that is known without asking the engine. */
  public String state() {
    if (last.isEmpty()) {
      return "No point in the last %d intervals: nothing to score.".formatted(looked);
    }
    if (!Float.isFinite(last.get().expected())) {
      return "Still learning: nothing is expected of it yet.";
    }
    if (age > 0) {
      return "No value for %d %s: it is scored again when one comes."
          .formatted(age, age == 1 ? "interval" : "intervals");
    }
    return points * 2 < looked
        ? "Scored, with little to go by: it had a value in %d of %d intervals."
            .formatted(points, looked)
        : "Scored in every interval in which it has a value.";
  }

  public boolean isWell() {
    return age == 0 && last.isPresent() && Float.isFinite(last.get().expected());
  }
}
