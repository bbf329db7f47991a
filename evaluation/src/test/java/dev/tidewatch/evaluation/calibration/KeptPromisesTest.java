package dev.tidewatch.evaluation.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeptPromisesTest {
  private final KeptPromises promises = new KeptPromises();

  @Test
  void countsThoseWithinTheFactor() {
    promises.add(new Ratio(8, 10));
    promises.add(new Ratio(30, 10));

    assertThat(promises.text())
        .startsWith("within a factor of two 1 of 2; all together 1.90 [")
        .doesNotContain("too few");
  }

  @Test
  void fewPromisedAlertsDecideNothing() {
    promises.add(new Ratio(0, 2)); // as a promise kept shows at times
    promises.add(new Ratio(20, 2));

    assertThat(promises.text())
        .contains("within a factor of two 0 of 0")
        .contains("too few promised to decide 2, 1 of them not against it");
  }

  @Test
  void nothingMeasuredIsNothingKept() {
    assertThat(promises.text()).isEqualTo("within a factor of two 0 of 0");
  }
}
