package dev.tidewatch.detector.trial;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Two trials beside each other. Groups are compared only where both scored: elsewhere only one of
 * them could find anything.
 *
 * @param from where both begin to score
 * @param to where one of them ends; not after {@code from}: they have no time in common
 * @param both what both found, by the one's time, the newest first
 */
public record TrialComparison(
    TrialResult one,
    TrialResult other,
    Instant from,
    Instant to,
    List<Pair> both,
    List<TrialGroup> onlyOne,
    List<TrialGroup> onlyOther) {
  public TrialComparison {
    requireNonNull(one, "one");
    requireNonNull(other, "other");
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    both = List.copyOf(both);
    onlyOne = List.copyOf(onlyOne);
    onlyOther = List.copyOf(onlyOther);
  }

  /** The same event in both; where one saw several, the one that overlaps most. */
  public record Pair(TrialGroup one, TrialGroup other) {}

  static TrialComparison of(TrialResult one, TrialResult other) {
    Instant from =
        one.scoredFrom().isAfter(other.scoredFrom()) ? one.scoredFrom() : other.scoredFrom();
    Instant to = one.scoredTo().isBefore(other.scoredTo()) ? one.scoredTo() : other.scoredTo();
    List<TrialGroup> ones = within(one.groups(), from, to);
    List<TrialGroup> others = within(other.groups(), from, to);
    return new TrialComparison(
        one,
        other,
        from,
        to,
        ones.stream()
            .flatMap(group -> best(group, others).map(match -> new Pair(group, match)).stream())
            .toList(),
        ones.stream().filter(group -> best(group, others).isEmpty()).toList(),
        others.stream().filter(group -> best(group, ones).isEmpty()).toList());
  }

  private static List<TrialGroup> within(List<TrialGroup> groups, Instant from, Instant to) {
    return groups.stream()
        .filter(group -> group.start().isBefore(to) && from.isBefore(group.end()))
        .toList();
  }

  private static Optional<TrialGroup> best(TrialGroup group, List<TrialGroup> among) {
    return among.stream().filter(group::matches).max(Comparator.comparing(group::overlap));
  }
}
