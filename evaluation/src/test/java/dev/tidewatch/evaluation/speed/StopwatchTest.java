package dev.tidewatch.evaluation.speed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopwatchTest {
  @Test
  void preparesEveryRunAndMeasuresThoseAfterTheWarmUp() {
    List<String> seen = new ArrayList<>();

    double nanos =
        Stopwatch.median(1, 2, run -> seen.add("prepare " + run), run -> seen.add("run " + run));

    assertThat(seen)
        .containsExactly("prepare 0", "run 0", "prepare 1", "run 1", "prepare 2", "run 2");
    assertThat(nanos).isNotNegative();
  }
}
