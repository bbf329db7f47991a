package dev.tidewatch.evaluation.speed;

import dev.tidewatch.generator.series.CounterRandom;
import dev.tidewatch.scoring.rootcause.LeafTable;
import dev.tidewatch.scoring.rootcause.LikelihoodSearch;
import dev.tidewatch.scoring.rootcause.RootCauseSearch;
import java.util.List;
import java.util.Map;

/** The search for the cause of a change over four dimensions; each run has other values. */
final class SearchTrial implements Trial {
  private static final List<String> DIMENSIONS = List.of("a", "b", "c", "d");
  private static final List<Integer> FEW = List.of(4, 5, 8, 9); // 1,440 leaves
  private static final List<Integer> MANY = List.of(10, 15, 16, 20); // 48,000
  private static final int LEAVES_OF_FEW = 1_440;
  private static final int WARM_UPS = 30;

  private final int runs;
  private final List<Integer> sizes;
  private final RootCauseSearch search = new LikelihoodSearch();
  private LeafTable table = LeafTable.of(DIMENSIONS).build();

  /**
   * @param leaves 1,440 or, where it is more, 48,000
   */
  SearchTrial(int leaves, int runs) {
    this.runs = 3 * runs;
    this.sizes = leaves > LEAVES_OF_FEW ? MANY : FEW;
  }

  @Override
  public Figures run() {
    double nanos = Stopwatch.median(WARM_UPS, runs, this::makeTable, run -> find());
    return new Figures(
        Map.of(Figure.SERIES, (double) table.size(), Figure.SEARCH_MILLIS, nanos / 1e6));
  }

  private void find() {
    if (search.search(table).isEmpty()) {
      throw new IllegalStateException("a change of half of a=0 has no cause");
    }
  }

  private void makeTable(int run) {
    CounterRandom random = CounterRandom.of(run);
    LeafTable.Builder builder = LeafTable.of(DIMENSIONS);
    long leaf = 0;
    for (int a = 0; a < sizes.get(0); a++) {
      for (int b = 0; b < sizes.get(1); b++) {
        for (int c = 0; c < sizes.get(2); c++) {
          for (int d = 0; d < sizes.get(3); d++) {
            double expected = 10 * StrictMath.exp(random.bell(2 * leaf));
            double value = expected * (1 + 0.05 * random.bell(2 * leaf + 1)) * change(a, b, c);
            builder.add(List.of("" + a, "" + b, "" + c, "" + d), value, expected);
            leaf++;
          }
        }
      }
    }
    table = builder.build();
  }

  /** Two causes: one of a single dimension, one of two. */
  private static double change(int a, int b, int c) {
    return a == 0 ? 0.5 : b == 1 && c == 2 ? 0.3 : 1;
  }
}
