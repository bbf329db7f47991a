package dev.tidewatch.detector.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.metricset.interval.IntervalLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which part is learnt from and which is scored: contract sections 4.3 and 4.4. */
final class BacktestSplitTest {
  @ParameterizedTest
  @CsvSource({"285, 200, 85", "300, 210, 90", "1000, 700, 300", "3000, 2100, 900"})
  void learnsFromSevenTenthsAndScoresTheRest(int intervals, int learnt, int scored) {
    assertThat(BacktestSplit.of(intervals)).hasValue(new BacktestSplit(learnt, scored));
  }

  @Test
  void scoresNineHundredAtMost() {
    assertThat(BacktestSplit.of(30_000)).hasValue(new BacktestSplit(29_100, 900));
  }

  @Test
  void learnsFromTwoHundredAtLeastAndNeedsTwoHundredAndEightyFive() {
    assertThat(BacktestSplit.of(284)).isEmpty();
    for (int intervals = 285; intervals < 4_000; intervals++) {
      BacktestSplit split = BacktestSplit.of(intervals).orElseThrow();
      assertThat(split.learnt() + split.scored()).isEqualTo(intervals);
      assertThat(split.learnt()).isGreaterThanOrEqualTo(200);
    }
  }

  @Test
  void tellsOfAnomaliesAfterThreeHundredIntervalsOrFourteenDays() {
    assertThat(LearningGoal.of(IntervalLength.PT5M)).isEqualTo(300);
    assertThat(LearningGoal.of(IntervalLength.PT10M)).isEqualTo(300);
    assertThat(LearningGoal.of(IntervalLength.PT1H)).isEqualTo(300);
    assertThat(LearningGoal.of(IntervalLength.P1D)).isEqualTo(14);
  }
}
