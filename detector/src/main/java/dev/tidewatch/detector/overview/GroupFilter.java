package dev.tidewatch.detector.overview;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which groups are looked at.
 *
 * @param detector of which; none: of all
 * @param range in which they had an anomalous interval
 * @param leastSeverity after feedback, 0 to 100
 * @param measure of which; empty: of any
 * @param dimensions values that the group concerns, all of them: see {@link
 *     dev.tidewatch.detector.anomaly.GroupValues}
 * @param text part of the names of detector or measure, of what explains it, or the beginning of
 *     the id; upper or lower case do not matter in ASCII; empty: anything
 */
public record GroupFilter(
    @Nullable Long detector,
    TimeRange range,
    double leastSeverity,
    String measure,
    Map<String, String> dimensions,
    State state,
    String text) {
  /** How far groups are. */
  public enum State {
    ANY,
    OPEN,
    OVER
  }

  public GroupFilter {
    requireNonNull(range, "range");
    requireNonNull(measure, "measure");
    dimensions = Map.copyOf(dimensions);
    requireNonNull(state, "state");
    requireNonNull(text, "text");
  }

  /** All groups of a time. */
  public static GroupFilter of(TimeRange range) {
    return new GroupFilter(null, range, 0, "", Map.of(), State.ANY, "");
  }

  public GroupFilter withDetector(long one) {
    return new GroupFilter(one, range, leastSeverity, measure, dimensions, state, text);
  }

  public GroupFilter withLeastSeverity(double least) {
    return new GroupFilter(detector, range, least, measure, dimensions, state, text);
  }

  public GroupFilter withMeasure(String one) {
    return new GroupFilter(detector, range, leastSeverity, one, dimensions, state, text);
  }

  public GroupFilter withDimension(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(dimensions);
    more.put(name, value);
    return new GroupFilter(detector, range, leastSeverity, measure, more, state, text);
  }

  public GroupFilter withState(State other) {
    return new GroupFilter(detector, range, leastSeverity, measure, dimensions, other, text);
  }

  public GroupFilter withText(String other) {
    return new GroupFilter(detector, range, leastSeverity, measure, dimensions, state, other);
  }
}
