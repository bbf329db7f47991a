package dev.tidewatch.setup.blueprint;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.Measure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What CloudWatch shall do in place of a detector.
 *
 * @param namespace of the metrics
 * @param measures of the file
 * @param dimensionSets the names of the dimensions by which each measure is published; an empty set
 *     is the total
 * @param alarms on the measures
 * @param evaluation how they judge
 * @param learning what the model learns from
 * @param ingestBelow alarm when an interval brings fewer records to the stream
 * @param lagAbove alarm when records are read later than that
 * @param topic the topic of the file that is told, if any
 * @param messages in which shape it is told
 */
public record CloudWatchBlueprint(
    String namespace,
    List<Measure> measures,
    Set<Set<String>> dimensionSets,
    List<CloudWatchAlarm> alarms,
    Evaluation evaluation,
    Learning learning,
    Optional<Double> ingestBelow,
    Optional<Duration> lagAbove,
    Optional<String> topic,
    Messages messages) {

  /** In which shape people hear of an alarm. */
  public enum Messages {
    /** CloudWatch's JSON, sent by the alarm itself. */
    ACTION(true, false),
    /** A paragraph, sent by a rule of EventBridge. */
    EVENT(false, true),
    /** Both, one message each. */
    BOTH(true, true);

    private final boolean action;
    private final boolean event;

    Messages(boolean action, boolean event) {
      this.action = action;
      this.event = event;
    }

    public boolean action() {
      return action;
    }

    public boolean event() {
      return event;
    }
  }

  /** A stretch of time, its end not part of it. */
  public record TimeRange(Instant from, Instant to) {
    public TimeRange {
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException("'from' is before 'to', not " + from + " to " + to);
      }
    }
  }

  /**
   * What the model learns from.
   *
   * @param zone whose hours and days repeat
   * @param excluded what it shall not learn
   */
  public record Learning(String zone, List<TimeRange> excluded) {
    public Learning {
      requireNonNull(zone, "zone");
      excluded = List.copyOf(excluded);
    }
  }

  public CloudWatchBlueprint {
    requireNonNull(namespace, "namespace");
    measures = List.copyOf(measures);
    dimensionSets = Set.copyOf(dimensionSets);
    alarms = List.copyOf(alarms);
    requireNonNull(evaluation, "evaluation");
    requireNonNull(learning, "learning");
    requireNonNull(ingestBelow, "ingestBelow");
    requireNonNull(lagAbove, "lagAbove");
    requireNonNull(topic, "topic");
    requireNonNull(messages, "messages");
    Set<Object> seen = new HashSet<>();
    for (CloudWatchAlarm alarm : alarms) {
      Object side = alarm instanceof CloudWatchAlarm.Threshold limit ? limit.side() : "band";
      if (!seen.add(Map.entry(alarm.series(), side))) {
        throw new IllegalArgumentException("two alarms of a kind are on " + alarm.series().text());
      }
    }
  }

  /** No metrics, no alarms. */
  static CloudWatchBlueprint nothing(String name) {
    return new CloudWatchBlueprint(
        "Tidewatch/" + name,
        List.of(),
        Set.of(),
        List.of(),
        new Evaluation(Duration.ofMinutes(5), 1, 1, "missing"),
        new Learning("UTC", List.of()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Messages.BOTH);
  }

  /** Whether a series with these dimensions is published. */
  public boolean publishes(Collection<String> dimensions) {
    return dimensionSets.contains(Set.copyOf(dimensions));
  }
}
