package dev.tidewatch.scoring.rootcause;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A part of a cube: the leaves that have these values in these dimensions, and any in the others.
 *
 * @param conditions dimension to value; empty for the whole cube
 */
public record CauseScope(SortedMap<String, String> conditions) {
  public CauseScope {
    conditions = Collections.unmodifiableSortedMap(new TreeMap<>(conditions));
  }

  public static CauseScope of(Map<String, String> conditions) {
    return new CauseScope(new TreeMap<>(conditions));
  }

  /** As root-cause literature writes it, {@code a=a1&c=c3}; the whole cube is empty. */
  @Override
  public String toString() {
    return conditions.entrySet().stream()
        .map(condition -> condition.getKey() + "=" + condition.getValue())
        .collect(Collectors.joining("&"));
  }
}
