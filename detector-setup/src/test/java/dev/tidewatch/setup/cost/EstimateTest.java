package dev.tidewatch.setup.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.setup.blueprint.BlueprintFile;
import dev.tidewatch.setup.cost.CostLine.Part;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimateTest {
  private static final PriceTable PRICES = PriceTable.read();

  private static final CloudWatchSize ASKED = new CloudWatchSize(List.of(0, 1, 1, 2), 2, 2);

  private static Size size(long series) {
    return new Size(true, IntervalLength.PT5M, 2, 2, series, 100, 1, 1, ASKED);
  }

  private static double dollars(Size size, String what) {
    return Estimate.of(PRICES, size).lines().stream()
        .filter(line -> line.what().equals(what))
        .mapToDouble(CostLine::dollars)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void costsWhatLookoutChargedForTheSampleOfAws() {
    assertThat(Estimate.of(PRICES, size(42)).total(Part.LOOKOUT)).isEqualTo(31.50);
    assertThat(Estimate.of(PRICES, size(6_000)).total(Part.LOOKOUT))
        .isEqualTo(1_000 * 0.75 + 4_000 * 0.50 + 1_000 * 0.25);
    assertThat(Estimate.of(PRICES, size(60_000)).total(Part.LOOKOUT))
        .isCloseTo(750 + 2_000 + 3_750 + 3_000 + 500, within(1e-6));
  }

  @Test
  void anAnomalyAlarmCountsThreeMetrics() {
    assertThat(dollars(size(42), "alarms of the file")).isCloseTo((2 * 3 + 2) * 0.10, within(1e-9));
    assertThat(dollars(size(42), "anomaly alarms on other series"))
        .isCloseTo(40 * 0.30, within(1e-9));
  }

  @Test
  void coarserSetsOfDimensionsHaveFewerMetrics() {
    assertThat(size(2 * 100).metrics()).isEqualTo(2 * (1 + 10 + 10 + 100));
    assertThat(dollars(size(2 * 100), "custom metrics")).isCloseTo(242 * 0.30, within(1e-9));
    assertThat(PRICES.tiered("cloudwatch.metric", 12_000))
        .isCloseTo(10_000 * 0.30 + 2_000 * 0.10, within(1e-6));
  }

  @Test
  void aShardTakesAThousandRecordsASecond() {
    Size fast = new Size(true, IntervalLength.PT5M, 1, 0, 1, 1_001, 0, 0, ASKED);
    assertThat(dollars(fast, "Kinesis shards")).isCloseTo(2 * 730 * 0.015, within(1e-9));
    assertThat(dollars(size(1), "Kinesis shards")).isCloseTo(730 * 0.015, within(1e-9));
  }

  @Test
  void aFileWithoutAStreamPaysForNeitherStreamNorJob() {
    Size files = new Size(false, IntervalLength.P1D, 1, 0, 1, 100, 0, 0, ASKED);
    assertThat(Estimate.of(PRICES, files).lines())
        .extracting(CostLine::what)
        .doesNotContain("Kinesis shards", "Glue streaming job")
        .contains("S3 storage", "detector on Fargate");
    assertThat(Estimate.of(PRICES, files).assumptions())
        .anyMatch(text -> text.contains("no stream"));
  }

  @Test
  void guessesTheSeriesOfAFile() {
    Size size = Size.of(BlueprintFile.read(Path.of("../samples/ecommerce.yaml")), 100);
    assertThat(size.series()).isEqualTo(2 * 10 * 10);
    assertThat(size.alerts()).isEqualTo(1);
    assertThat(size.mailboxes()).isEqualTo(1);
    assertThat(size.withSeries(7).rows()).isEqualTo(4);
  }

  @Test
  void refusesSizesThatCannotBe() {
    assertThatThrownBy(() -> size(0)).hasMessageContaining("at least one series");
    assertThatThrownBy(() -> new Size(true, IntervalLength.PT5M, 1, 0, 1, -1, 0, 0, ASKED))
        .hasMessageContaining("no such rate");
  }
}
