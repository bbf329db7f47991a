package dev.tidewatch.metricset.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant. */
final class Suggestion {
  private Suggestion() {}

  /** The known word nearest to the written one, if one is near. */
  static Optional<String> nearest(String written, Collection<String> known) {
    int near = Math.max(1, written.length() / 3);
    return known.stream()
        .filter(word -> Math.abs(word.length() - written.length()) <= near)
        .filter(word -> distance(written, word) <= near)
        .min(
            Comparator.comparingInt((String word) -> distance(written, word))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** How many letters must be changed, added, left out or swapped with their neighbour. */
  private static int distance(String written, String known) {
    String left = written.toLowerCase(Locale.ROOT);
    String right = known.toLowerCase(Locale.ROOT);
    int[][] costs = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        costs[i][j] = cost(costs, left, right, i, j);
      }
    }
    return costs[left.length()][right.length()];
  }

  private static int cost(int[][] costs, String left, String right, int i, int j) {
    if (i == 0 || j == 0) {
      return i + j;
    }
    boolean same = left.charAt(i - 1) == right.charAt(j - 1);
    int cost = costs[i - 1][j - 1] + (same ? 0 : 1);
    cost = Math.min(cost, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
  }
}
