package dev.tidewatch.detector.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.detector.intake.IntakeQuotas;
import dev.tidewatch.metricset.interval.IntervalLength;
import org.junit.jupiter.api.Test;

class QuotasTest {
  @Test
  void areThoseOfTheServiceUnlessTold() {
    Quotas quotas = Quotas.LOOKOUT;
    assertThat(quotas)
        .isEqualTo(new Quotas(10, 10, 5, 10, 50, 1, 200, 2_500, 3_000, 3_000, 102_400));
    assertThat(quotas.filesPerInterval(IntervalLength.PT5M)).isEqualTo(5);
    assertThat(quotas.recordsPerInterval(IntervalLength.PT10M)).isEqualTo(24_000);
    assertThat(quotas.timeSeries(IntervalLength.P1D)).isEqualTo(50_000);
  }

  @Test
  void saysWhichQuotaIsInTheWay() {
    assertThat(Quotas.LOOKOUT.oneMoreDetector(9)).isEmpty();
    assertThat(Quotas.LOOKOUT.oneMoreDetector(10))
        .contains(
            new QuotaExcess(
                "detectors",
                "AnomalyDetector",
                "11 detectors of an account are more than the 10 there may be: delete one first"));
    assertThat(Quotas.LOOKOUT.oneMoreAlert(10))
        .map(QuotaExcess::code)
        .contains("alerts-per-detector");
    assertThat(Quotas.LOOKOUT.measures(5)).isEmpty();
    assertThat(Quotas.LOOKOUT.measures(6)).map(QuotaExcess::code).contains("measures-per-dataset");
    assertThat(Quotas.LOOKOUT.dimensions(10)).isEmpty();
    assertThat(Quotas.LOOKOUT.dimensions(11))
        .map(QuotaExcess::code)
        .contains("dimensions-per-dataset");
  }

  @Test
  void areHigherWhereTheServerItselfIsTheLimit() {
    assertThat(Quotas.OWN.oneMoreDetector(999)).isEmpty();
    assertThat(Quotas.OWN.recordsPerInterval(IntervalLength.PT5M)).isEqualTo(300_000);
  }

  @Test
  void sayWhatMayBeReadOfADataset() {
    IntakeQuotas published = IntakeQuotas.published(IntervalLength.PT1H);
    assertThat(Quotas.LOOKOUT.intake(IntervalLength.PT1H))
        .isEqualTo(published.withExpandedBytes(1000 * 1024 * 1024));
    assertThat(Quotas.OWN.intake(IntervalLength.PT1H).filesPerInterval()).isEqualTo(200);
  }

  @Test
  void refuseNone() {
    assertThatThrownBy(() -> new Quotas(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1))
        .hasMessage("quotas should be at least 1");
  }
}
