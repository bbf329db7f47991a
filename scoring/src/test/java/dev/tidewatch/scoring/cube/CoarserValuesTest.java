package dev.tidewatch.scoring.cube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.scoring.series.Direction;
import dev.tidewatch.scoring.series.PointScore;
import dev.tidewatch.scoring.series.Trouble;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoarserValuesTest {
  private static final int TOTAL = 0;
  private static final double NONE = Double.NaN;

  private final Directory directory = new Directory(List.of("platform"));

  @Test
  void leavesAreAddedUpOrAveraged() {
    assertThat(total(false, 3, 5)).isEqualTo(8);
    assertThat(total(true, 3, 5)).isEqualTo(4);
  }

  @Test
  void anUnknownLeafCountsAsExpected() {
    assertThat(total(false, 3, NONE)).isEqualTo(3 + 100);
    assertThat(total(true, 4, NONE)).isEqualTo((4 + 100) / 2.0);
  }

  @Test
  void nothingIsKnownOfAScopeWhenNothingIsOfItsLeaves() {
    assertThat(total(false, NONE, NONE)).isNaN();
  }

  /** Of two leaves, both expected to be 100. */
  private double total(boolean averaged, double... values) {
    IntervalRows rows =
        IntervalRows.at(Instant.EPOCH, 1, 1).add(List.of("ios"), 0).add(List.of("web"), 0).build();
    Block block = new Block(directory, 1);
    block.place(0, new int[] {directory.leaf(rows, 0, 10), directory.leaf(rows, 1, 10)});
    block.allocate();
    for (int leaf = 0; leaf < values.length; leaf++) {
      int cell = block.cell(0, directory.scopeOfLeaf(leaf));
      block.answers(0).values[cell] = values[leaf];
      block.answers(0).put(cell, expected(values[leaf]));
    }
    new CoarserValues(directory, block).addUp(0, averaged);
    return block.answers(0).value(0, TOTAL);
  }

  private static PointScore expected(double value) {
    return new PointScore(value, 100, 90, 110, 0, 0, Direction.BELOW, Trouble.OUTLIER);
  }
}
