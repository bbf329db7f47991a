package dev.tidewatch.evaluation.baseline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The values one part of the season had in its last turns. */
final class SlotHistory {
  private final int turns;
  private final Deque<Turn> kept = new ArrayDeque<>();

  SlotHistory(int turns) {
    this.turns = turns;
  }

  private record Turn(long number, List<Double> values) {}

  boolean isNewTurn(long turn) {
    return kept.isEmpty() || kept.getLast().number() != turn;
  }

  void add(long turn, double value) {
    if (isNewTurn(turn)) {
      kept.addLast(new Turn(turn, new ArrayList<>()));
    }
    if (kept.size() > turns) {
      kept.removeFirst();
    }
    kept.getLast().values().add(value);
  }

  /** The band of all that is kept; unknown while there are fewer turns. */
  MedianBand band(int fewestTurns) {
    return kept.size() < fewestTurns
        ? MedianBand.UNKNOWN
        : MedianBand.of(
            kept.stream()
                .flatMap(turn -> turn.values().stream())
                .mapToDouble(Double::doubleValue)
                .toArray());
  }
}
