package dev.tidewatch.evaluation.backtest;

import dev.tidewatch.evaluation.backtest.LabelledRows.Cell;
import dev.tidewatch.scoring.IntervalScores;
import dev.tidewatch.scoring.ScoringEngine;
import dev.tidewatch.scoring.cube.IntervalRows;
import dev.tidewatch.scoring.group.AnomalyGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Feeds a labelled metric set to the engine. As in a backtest of Lookout for Metrics, the oldest 70
 * % are history and the newest 30 % are judged (contract, section 5).
 */
final class Backtest {
  private static final double HISTORY = 0.7;

  private final LabelledRows rows;
  private final double severity;
  private final Map<Leaf, LeafHistory> leaves = new LinkedHashMap<>();
  private final List<Instant> judged = new ArrayList<>();
  private final Map<GroupKey, AnomalyGroup> groups = new LinkedHashMap<>();

  /**
   * @param severity what counts as an alert, and more
   */
  Backtest(LabelledRows rows, double severity) {
    this.rows = rows;
    this.severity = severity;
  }

  private record Leaf(String measure, List<String> values) {}

  private record GroupKey(String measure, Instant start) {}

  Backtest run() {
    ScoringEngine engine = new ScoringEngine(rows.settings());
    List<IntervalRows> intervals = rows.intervals();
    int history = (int) (HISTORY * intervals.size());
    for (int i = 0; i < intervals.size(); i++) {
      IntervalScores scores = engine.score(intervals.get(i));
      if (i >= history) {
        judge(scores);
      }
    }
    return this;
  }

  private void judge(IntervalScores scores) {
    judged.add(scores.start());
    for (int scope = 0; scope < scores.series(); scope++) {
      Map<String, String> values = scores.scope(scope).values();
      if (values.size() == rows.dimensions().size()) {
        List<String> leaf = rows.dimensions().stream().map(values::get).toList();
        for (int measure = 0; measure < rows.measures().size(); measure++) {
          boolean alert = scores.point(measure, scope).severity() >= severity;
          judge(rows.measures().get(measure), leaf, scores.start(), alert);
        }
      }
    }
    scores.groups().forEach(event -> keep(event.group()));
  }

  private void judge(String measure, List<String> leaf, Instant start, boolean alert) {
    leaves
        .computeIfAbsent(new Leaf(measure, leaf), key -> new LeafHistory())
        .add(rows.labelled().contains(new Cell(measure, leaf, start)), alert);
  }

  private void keep(AnomalyGroup group) {
    groups.put(new GroupKey(group.measure(), group.start()), group);
  }

  /** Of the leaves' own series. */
  Tally series(String measure) {
    return of(measure).map(LeafHistory::tally).reduce(Tally.NONE, Tally::plus);
  }

  /**
   * Of the groups: a leaf is alerted while a group is open that is severe enough and names this
   * leaf, one value of each dimension with a contribution of 50 and more, as the explanation.
   */
  Tally groups(String measure) {
    Set<Cell> told = told(measure);
    Tally tally = Tally.NONE;
    for (Leaf leaf : leaves.keySet()) {
      if (leaf.measure().equals(measure)) {
        tally = tally.plus(history(leaf, told).tally());
      }
    }
    return tally;
  }

  /** Groups that are severe enough and name no single leaf. */
  long unspecific(String measure) {
    return severe(measure).filter(group -> named(group).size() != rows.dimensions().size()).count();
  }

  private LeafHistory history(Leaf leaf, Set<Cell> told) {
    LeafHistory history = new LeafHistory();
    for (Instant start : judged) {
      Cell cell = new Cell(leaf.measure(), leaf.values(), start);
      history.add(rows.labelled().contains(cell), told.contains(cell));
    }
    return history;
  }

  private Set<Cell> told(String measure) {
    Set<Cell> told = new HashSet<>();
    severe(measure)
        .forEach(
            group ->
                judged.stream()
                    .filter(start -> !start.isBefore(group.start()) && !start.isAfter(group.end()))
                    .forEach(start -> told.add(new Cell(measure, named(group), start))));
    return told;
  }

  private Stream<AnomalyGroup> severe(String measure) {
    return groups.values().stream()
        .filter(group -> group.measure().equals(measure) && group.severity() >= severity);
  }

  private List<String> named(AnomalyGroup group) {
    return rows.dimensions().stream().flatMap(dimension -> named(group, dimension)).toList();
  }

  private static Stream<String> named(AnomalyGroup group, String dimension) {
    return group.contributions().stream()
        .filter(each -> each.dimension().equals(dimension) && each.score() >= 50)
        .map(each -> each.value());
  }

  private Stream<LeafHistory> of(String measure) {
    return leaves.entrySet().stream()
        .filter(each -> each.getKey().measure().equals(measure))
        .map(Map.Entry::getValue);
  }
}
