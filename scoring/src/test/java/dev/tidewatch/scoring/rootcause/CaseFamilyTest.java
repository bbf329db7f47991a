package dev.tidewatch.scoring.rootcause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One method, one configuration, many kinds of cases: a gain on one must not be a loss on others.
 */
@DisplayNameGeneration(DisplayNameGenerator.Simple.class)
class CaseFamilyTest {
  private static final int CASES = Integer.getInteger("rootcause.cases", 12);

  private static final double WORST_F1 = .85;

  @ParameterizedTest
  @EnumSource
  void mostCausesAreFoundAndFewThatAreNone(CaseFamily family) {
    Hits hits = new Hits();
    for (int i = 0; i < CASES; i++) {
      GeneratedCase given = family.draw(new Random(31L * i + family.name().hashCode()));
      hits.add(given.truth(), found(given.leaves()));
    }
    assertThat(hits.f1()).as(hits.toString()).isGreaterThanOrEqualTo(WORST_F1);
  }

  private static Set<String> found(LeafTable leaves) {
    return new LikelihoodSearch()
        .search(leaves).stream().map(cause -> cause.scope().toString()).collect(Collectors.toSet());
  }

  private static final class Hits {
    private int found;
    private int missed;
    private int invented;
    private int quietAndRight;
    private int cases;

    void add(Set<String> truth, Set<String> answer) {
      Set<String> right = new HashSet<>(truth);
      right.retainAll(answer);
      found += right.size();
      missed += truth.size() - right.size();
      invented += answer.size() - right.size();
      quietAndRight += truth.isEmpty() && answer.isEmpty() ? 1 : 0;
      cases++;
    }

    /** Where nothing happened, the part of the cases in which nothing is named. */
    double f1() {
      return found + missed == 0
          ? (double) quietAndRight / cases
          : 2. * found / (2 * found + missed + invented);
    }

    @Override
    public String toString() {
      return found + " found, " + missed + " missed, " + invented + " invented";
    }
  }
}
