package dev.tidewatch.scoring.cube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.metricset.Aggregation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CubeTest {
  private static final int VALUES = 3000;

  /** Each interval has one row, of a value never seen before. */
  @Test
  void takesTogetherOnlyWhatMemoryAllows() {
    List<IntervalRows> intervals = new ArrayList<>();
    for (int i = 0; i < VALUES; i++) {
      Instant start = Instant.EPOCH.plus(Duration.ofMinutes(i));
      intervals.add(IntervalRows.at(start, 1, 1).add(List.of("value" + i), 1).build());
    }
    Cube cube =
        new Cube(
            Duration.ofMinutes(1),
            ZoneOffset.UTC,
            List.of(MeasureSettings.of("orders", Aggregation.SUM)),
            List.of("value"),
            VALUES,
            0,
            SeriesRoom.UNBOUNDED);

    Block block = cube.score(intervals, Runnable::run);

    assertThat(block.intervals()).isBetween(2, VALUES / 2);
    assertThat((long) block.intervals() * cube.directory().scopes()).isLessThan(1 << 20);
  }
}
