package dev.tidewatch.scoring.rootcause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Of four platforms in ten markets each; what is lifted is the first platform's first market. */
class CauseLiftTest {
  private static final int PLATFORMS = 4;
  private static final int MARKETS = 10;
  private static final int LEAVES = PLATFORMS * MARKETS;

  @Test
  void aFragmentIsLiftedToTheScopeWhosePartsChangedAlike() {
    assertThat(lifted(leaf -> leaf < MARKETS, new boolean[LEAVES])).isEqualTo("platform=p0");
  }

  @Test
  void aFewPartsThatDidNotChangeAreForgiven() {
    assertThat(lifted(leaf -> leaf < MARKETS - 1, new boolean[LEAVES])).isEqualTo("platform=p0");
  }

  @Test
  void aCauseOfItsOwnStaysWhatItIs() {
    assertThat(lifted(leaf -> leaf == 0, new boolean[LEAVES])).isEqualTo("market=m0&platform=p0");
  }

  @Test
  void leavesThatAnotherCauseExplainsDoNotCount() {
    boolean[] covered = new boolean[LEAVES];
    Arrays.fill(covered, 1, LEAVES, true);
    assertThat(lifted(leaf -> leaf < MARKETS, covered)).isEqualTo("market=m0&platform=p0");
  }

  private static String lifted(IntPredicate halved, boolean[] covered) {
    LeafTable.Builder table = LeafTable.of(List.of("platform", "market"));
    for (int leaf = 0; leaf < LEAVES; leaf++) {
      double value = halved.test(leaf) ? 50 : 99 + leaf % 3;
      table.add(List.of("p" + leaf / MARKETS, "m" + leaf % MARKETS), value, 100, 2);
    }
    LeafChanges leaves = new LeafChanges(table.build());
    Cuboids cuboids = new Cuboids(leaves);
    CellEvidence evidence =
        new CellEvidence(cuboids, leaves.drops(), ForecastErrors.firstLook(leaves));
    CauseLift lift = new CauseLift(cuboids, evidence, new ScopeCosts(cuboids), covered);
    FoundCause fragment =
        new FoundCause(cuboids.finest(), cuboids.cellOf(cuboids.finest())[0], 0.5, 10);

    FoundCause lifted = lift.lifted(fragment);
    return cuboids.scope(lifted.bits(), lifted.cell()).toString();
  }
}
