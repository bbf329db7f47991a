package dev.tidewatch.detector.console.detectors;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.detector.schedule.LearningGoal;
import dev.tidewatch.detector.schedule.Progress;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Duration;
import java.time.Instant;

/**
 * How far a detector has learnt.
 *
 * @param learnt intervals with data so far
 * @param goal how many it needs
 * @param firstResults when the first anomaly can be told, if data come for every interval
 */
public record Learning(int learnt, int goal, Instant firstResults) {
  public Learning {
    requireNonNull(firstResults, "firstResults");
  }

  /**
   * @param offset how long after its end an interval is read
   */
  static Learning of(Progress progress, IntervalLength length, Duration offset) {
    int goal = LearningGoal.of(length);
    int missing = Math.max(0, goal - progress.learnt());
    // The goal's last interval ends the learning; the one after it is the first that is told of.
    return new Learning(
        Math.min(goal, progress.learnt()),
        goal,
        progress.next().plus(length.duration().multipliedBy(missing + 1L)).plus(offset));
  }

  /** {@code learning 212 of 300 intervals, first results ≈ 02:20}. */
  public String sentence(Times times) {
    return "learning %d of %d intervals, first results ≈ %s"
        .formatted(learnt, goal, times.brief(firstResults));
  }
}
