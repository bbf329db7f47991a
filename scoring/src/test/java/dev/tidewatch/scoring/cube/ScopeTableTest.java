package dev.tidewatch.scoring.cube;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopeTableTest {
  private final ScopeTable table = new ScopeTable(2, 2);

  @Test
  void numbersScopesInTheOrderOfTheirFirstAppearance() {
    assertThat(table.findOrAdd(0, codes(7, ScopeTable.ANY))).isZero();
    assertThat(table.findOrAdd(1, codes(7, 3))).isEqualTo(1);
    assertThat(table.findOrAdd(0, codes(7, ScopeTable.ANY))).isZero();

    assertThat(table.size()).isEqualTo(2);
    assertThat(table.cuboidOf(1)).isEqualTo(1);
    assertThat(table.code(1, 1)).isEqualTo(3);
    assertThat(table.code(0, 1)).isEqualTo(ScopeTable.ANY);
  }

  @Test
  void findsNothingThatWasNotAdded() {
    table.findOrAdd(0, codes(7, 3));
    assertThat(table.find(0, codes(3, 7))).isNegative();
    assertThat(table.find(1, codes(7, 3))).isNegative();
  }

  @Test
  void findsThemAllHoweverManyThereAre() {
    for (int i = 0; i < 10_000; i++) {
      assertThat(table.findOrAdd(i % 2, codes(i, i / 7))).isEqualTo(i);
    }
    for (int i = 0; i < 10_000; i++) {
      assertThat(table.find(i % 2, codes(i, i / 7))).isEqualTo(i);
    }
    assertThat(table.cuboidSizes()).containsExactly(5_000, 5_000);
  }

  private static int[] codes(int... codes) {
    return codes;
  }
}
