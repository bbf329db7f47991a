package dev.tidewatch.scoring.rootcause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CuboidsTest {
  @Test
  void leavesShareACellWhenTheyShareTheValues() {
    LeafTable table = sparse(2000);
    Cuboids cuboids = new Cuboids(new LeafChanges(table));
    for (int bits = 0; bits <= cuboids.finest(); bits++) {
      int[] cellOf = cuboids.cellOf(bits);
      Set<String> pairs = new HashSet<>();
      Set<CauseScope> scopes = new HashSet<>();
      for (int leaf = 0; leaf < cellOf.length; leaf++) {
        CauseScope scope = table.scope(leaf, bits);
        scopes.add(scope);
        pairs.add(cellOf[leaf] + " " + scope);
      }
      assertThat(scopes).hasSize(cuboids.cells(bits));
      assertThat(pairs).hasSize(cuboids.cells(bits));
    }
  }

  @Test
  void fineComesBeforeCoarse() {
    Cuboids cuboids = new Cuboids(new LeafChanges(sparse(50)));
    int layer = 4;
    for (int bits : cuboids.fineToCoarse()) {
      assertThat(Integer.bitCount(bits)).isLessThanOrEqualTo(layer);
      layer = Integer.bitCount(bits);
    }
    assertThat(layer).isZero();
  }

  /** So many values that most cells could not be counted in an array of all combinations. */
  private static LeafTable sparse(int leaves) {
    Random random = new Random(2);
    LeafTable.Builder table = LeafTable.of(List.of("a", "b", "c", "d"));
    for (int i = 0; i < leaves; i++) {
      table.add(
          List.of(
              "a" + random.nextInt(500),
              "b" + random.nextInt(7),
              "c" + random.nextInt(900),
              "d" + random.nextInt(3)),
          1 + random.nextInt(9),
          5);
    }
    return table.build();
  }
}
