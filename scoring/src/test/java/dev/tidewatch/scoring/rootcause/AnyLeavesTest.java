package dev.tidewatch.scoring.rootcause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever the leaves are, an answer makes sense. */
class AnyLeavesTest {
  private static final double[] ODD = {0, -0.0, 1e290, -1e290, 1e200, 1e-300, Double.MIN_VALUE, -1};
  private static final String[] VALUES = {"", "a", "b", "=", "&", "ä"};

  @Test
  void sharesOfAnySearchAddUpToOne() {
    for (int seed = 0; seed < 1000; seed++) {
      LeafTable table = table(new SplittableRandom(seed));
      for (RootCauseSearch search : List.of(new LikelihoodSearch(), new Adtributor())) {
        List<RootCause> causes = search.search(table);
        double shares = causes.stream().mapToDouble(RootCause::share).sum();
        assertThat(shares).as("seed %d", seed).isCloseTo(causes.isEmpty() ? 0 : 1, within(1e-9));
        assertThat(causes).allMatch(cause -> Double.isFinite(cause.change()));
        assertThat(search.search(table)).isEqualTo(causes);
      }
    }
  }

  private static LeafTable table(SplittableRandom random) {
    int dimensions = 1 + random.nextInt(4);
    boolean odd = random.nextBoolean();
    LeafTable.Builder table =
        LeafTable.of(IntStream.range(0, dimensions).mapToObj(i -> "d" + i).toList());
    int leaves = random.nextInt(random.nextBoolean() ? 8 : 200);
    for (int i = 0; i < leaves; i++) {
      List<String> values = new ArrayList<>();
      for (int j = 0; j < dimensions; j++) {
        values.add(VALUES[random.nextInt(VALUES.length)]);
      }
      double expected = random.nextInt(-50, 200);
      double value = values.get(0).equals("a") ? 0.4 * expected : expected + random.nextInt(-4, 5);
      table.add(values, perhaps(odd, value, random), perhaps(odd, expected, random));
    }
    return table.build();
  }

  private static double perhaps(boolean odd, double usual, SplittableRandom random) {
    return odd && random.nextInt(5) == 0 ? ODD[random.nextInt(ODD.length)] : usual;
  }
}
