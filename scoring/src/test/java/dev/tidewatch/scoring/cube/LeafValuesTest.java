package dev.tidewatch.scoring.cube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.metricset.Aggregation;
import dev.tidewatch.scoring.series.MissingRule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeafValuesTest {
  private static final int IOS = 0;
  private static final int WEB = 1;

  private final Directory directory = new Directory(List.of("platform"));

  @Test
  void rowsOfOneLeafAreAddedUpOrAveraged() {
    IntervalRows rows = rows().add(List.of("ios"), 3).add(List.of("ios"), 5).build();

    assertThat(filled(values(Aggregation.SUM, MissingRule.UNKNOWN), rows, IOS)).isEqualTo(8);
    assertThat(filled(values(Aggregation.AVG, MissingRule.UNKNOWN), rows, IOS)).isEqualTo(4);
  }

  @Test
  void aLeafWithoutARowIsUnknownOnceAndThenWhatTheRuleSays() {
    LeafValues zero = values(Aggregation.SUM, MissingRule.ZERO);
    LeafValues carried = values(Aggregation.SUM, MissingRule.CARRY);
    LeafValues unknown = values(Aggregation.SUM, MissingRule.UNKNOWN);
    for (LeafValues each : List.of(zero, carried, unknown)) {
      filled(each, rows().add(List.of("ios"), 3).add(List.of("web"), 7).build(), IOS);
      assertThat(filled(each, rows().add(List.of("ios"), 4).build(), WEB)).isNaN();
    }

    IntervalRows rows = rows().add(List.of("ios"), 5).build();
    assertThat(filled(zero, rows, WEB)).isZero();
    assertThat(filled(carried, rows, WEB)).isEqualTo(7);
    assertThat(filled(unknown, rows, WEB)).isNaN();
  }

  @Test
  void countTheIntervalsALeafIsAbsentAndKeepThatUnderItsNewNumber() {
    LeafValues values = values(Aggregation.SUM, MissingRule.ZERO);
    filled(values, rows().add(List.of("ios"), 3).add(List.of("web"), 7).build(), IOS);
    filled(values, rows().add(List.of("ios"), 3).build(), IOS);
    filled(values, rows().add(List.of("ios"), 3).build(), IOS);
    assertThat(values.absentFor(IOS)).isZero();
    assertThat(values.absentFor(WEB)).isEqualTo(2);

    values.keep(new int[] {WEB});
    assertThat(values.absentFor(0)).isEqualTo(2);
  }

  private static LeafValues values(Aggregation aggregation, MissingRule rule) {
    return new LeafValues(List.of(new MeasureSettings("orders", aggregation, rule)));
  }

  private static IntervalRows.Builder rows() {
    return IntervalRows.at(Instant.EPOCH, 1, 1);
  }

  private double filled(LeafValues values, IntervalRows rows, int leaf) {
    int[] leaves = new int[rows.size()];
    for (int row = 0; row < leaves.length; row++) {
      leaves[row] = directory.leaf(rows, row, 10);
    }
    Block block = new Block(directory, 1);
    block.place(0, leaves);
    block.allocate();
    values.grow(directory.leaves());
    values.fill(rows, directory, block, 0);
    return block.answers(0).value(0, directory.scopeOfLeaf(leaf));
  }
}
