package dev.tidewatch.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.evaluation.healthy.Noise;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void countsTheDaysOfEachStage() {
    List<Finding> findings =
        new Trial(Noise.NORMAL, HOUR, 3, Duration.ofDays(28), Duration.ofDays(7)).run();

    assertThat(findings).extracting(Finding::stage).containsExactly("young", "grown");
    assertThat(findings).extracting(Finding::days).containsExactly(84.0, 21.0);
  }

  @Test
  void noHealthySeriesOfLightTailsIsFarLouderThanPromised() {
    Trial trial = new Trial(Noise.NORMAL, HOUR, 20, Duration.ofDays(28), Duration.ofDays(84));

    for (Finding finding : trial.run()) {
      assertThat(finding.at(1).orElseThrow().lower()).as(finding.stage()).isLessThan(2);
      assertThat(finding.at(2).orElseThrow().lower()).as(finding.stage()).isLessThan(2);
    }
  }
}
