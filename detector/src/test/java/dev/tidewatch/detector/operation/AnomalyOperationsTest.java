package dev.tidewatch.detector.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.detector.anomaly.FoundSeries;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lookoutmetrics.model.AggregationFunction;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroup;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroupSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionContribution;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionNameValue;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionValueContribution;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAnomalyGroupSummariesResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAnomalyGroupTimeSeriesResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeries;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationException;

class AnomalyOperationsTest extends LookoutTest {
  private String detector;
  private FoundAnomalies found;

  @BeforeEach
  void createDetector() {
    detector = lookout.createDetector("shop");
    lookout.createMetricSet(
        Examples.continuous(detector)
            .metricList(
                Examples.measure("revenue"),
                Metric.builder()
                    .metricName("price")
                    .aggregationFunction(AggregationFunction.AVG)
                    .build()));
    found = new FoundAnomalies(lookout, detector);
  }

  @Test
  void listsGroupsOfTheWantedSeverityNewestFirst() {
    String old = found.group("revenue", 1, 0, 86.784);
    found.group("revenue", 2, 5, 69.9);
    String young = found.group("price", 3, 9, 70);
    ListAnomalyGroupSummariesResponse answer = groups(70);
    assertThat(answer.anomalyGroupSummaryList())
        .containsExactly(
            AnomalyGroupSummary.builder()
                .anomalyGroupId(young)
                .anomalyGroupScore(70.0)
                .primaryMetricName("price")
                .startTime("2026-11-20T10:45Z[UTC]")
                .endTime("2026-11-20T10:50Z[UTC]")
                .build(),
            AnomalyGroupSummary.builder()
                .anomalyGroupId(old)
                .anomalyGroupScore(86.78)
                .primaryMetricName("revenue")
                .startTime("2026-11-20T10:00Z[UTC]")
                .endTime("2026-11-20T10:05Z[UTC]")
                .build());
    assertThat(answer.anomalyGroupStatistics().totalCount()).isEqualTo(2);
    assertThat(answer.anomalyGroupStatistics().itemizedMetricStatsList())
        .extracting(stats -> stats.metricName() + " " + stats.occurrenceCount())
        .containsExactly("price 1", "revenue 1");
    assertThat(answer.nextToken()).isNull();
    assertThat(groups(0).anomalyGroupStatistics().totalCount()).isEqualTo(3);
  }

  @Test
  void saysSinceWhenItLooks() {
    assertThat(groups(0).anomalyGroupStatistics().evaluationStartDate())
        .isEqualTo("2026-11-20T10:00Z[UTC]");
    long id = lookout.find(detector).id();
    lookout.database.change(
        handle ->
            handle.execute(
                "INSERT INTO progress (detector, mode, activated, next_interval, learnt, missing, evaluated_from,"
                    + " numbered) VALUES (?, 'CONTINUOUS', 0, 0, 0, 0, ?, 0)",
                id,
                FoundAnomalies.time(1).getEpochSecond()));
    assertThat(groups(0).anomalyGroupStatistics().evaluationStartDate())
        .isEqualTo("2026-11-20T10:05Z[UTC]");
    assertThat(groups(0).anomalyGroupSummaryList()).isEmpty();
  }

  @Test
  void describesAGroupWithContributionsThatSumToAHundred() {
    String id =
        found.group(
            "revenue", 1, 0, 86.784, found.series("it", "web", 80), found.series("fr", "web", 70));
    AnomalyGroup group =
        client
            .getAnomalyGroup(request -> request.anomalyDetectorArn(detector).anomalyGroupId(id))
            .anomalyGroup();
    assertThat(group.anomalyGroupId()).isEqualTo(id);
    assertThat(group.anomalyGroupScore()).isEqualTo(86.78);
    assertThat(group.primaryMetricName()).isEqualTo("revenue");
    assertThat(group.startTime()).isEqualTo("2026-11-20T10:00Z[UTC]");
    assertThat(group.endTime()).isEqualTo("2026-11-20T10:05Z[UTC]");
    assertThat(group.metricLevelImpactList()).hasSize(1);
    assertThat(group.metricLevelImpactList().get(0).metricName()).isEqualTo("revenue");
    assertThat(group.metricLevelImpactList().get(0).numTimeSeries()).isEqualTo(2);
    assertThat(
            group.metricLevelImpactList().get(0).contributionMatrix().dimensionContributionList())
        .containsExactly(
            DimensionContribution.builder()
                .dimensionName("marketplace")
                .dimensionValueContributionList(share("it", 75), share("fr", 25))
                .build(),
            DimensionContribution.builder()
                .dimensionName("platform")
                .dimensionValueContributionList(share("web", 100))
                .build());
  }

  @Test
  void alignsTheValuesOfSeriesWithTimes() {
    FoundSeries italy = found.series("it", "web", 70);
    FoundSeries france = found.series("fr", "app", 80);
    String id = found.group("revenue", 1, 2, 86, france, italy);
    found.points("revenue", 0, 5, Double.NaN);
    found.points("revenue", 2, 50, 60);
    found.points("revenue", 3, Double.NaN, 70);
    found.points("revenue", 4, Double.NaN, Double.NaN);
    found.points("revenue", 1000, 1, 1);
    ListAnomalyGroupTimeSeriesResponse answer = series(id, "revenue");
    assertThat(answer.anomalyGroupId()).isEqualTo(id);
    assertThat(answer.metricName()).isEqualTo("revenue");
    assertThat(answer.timestampList())
        .containsExactly(
            "2026-11-20T10:00Z[UTC]", "2026-11-20T10:10Z[UTC]", "2026-11-20T10:15Z[UTC]");
    assertThat(answer.timeSeriesList())
        .extracting(TimeSeries::metricValueList)
        .containsExactly(List.of(0.0, 60.0, 70.0), List.of(5.0, 50.0, 0.0));
    assertThat(answer.timeSeriesList().get(0).dimensionList())
        .containsExactly(dimension("platform", "app"), dimension("marketplace", "fr"));
    assertThat(answer.timeSeriesList())
        .extracting(TimeSeries::timeSeriesId)
        .doesNotHaveDuplicates()
        .allMatch(each -> each.matches("[0-9a-f]{64}"));
  }

  @Test
  void carriesAveragesOverAGap() {
    FoundSeries italy = found.series("it", "web", 70);
    FoundSeries france = found.series("fr", "web", 60);
    String id = found.group("price", 1, 1, 86, italy, france);
    found.points("price", 0, 5, 8);
    found.points("price", 1, Double.NaN, 9);
    assertThat(series(id, "price").timeSeriesList())
        .extracting(TimeSeries::metricValueList)
        .containsExactly(List.of(5.0, 5.0), List.of(8.0, 9.0));
  }

  @Test
  void showsTheSameSeriesOfAnotherMeasure() {
    FoundSeries italy = found.series("it", "web", 70);
    String id = found.group("revenue", 1, 1, 86, italy);
    found.points("revenue", 1, 100);
    found.points("price", 1, 3);
    assertThat(series(id, "price").timeSeriesList())
        .extracting(TimeSeries::metricValueList)
        .containsExactly(List.of(3.0));
    assertThatThrownBy(() -> series(id, "profit"))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("is no measure of the detector's dataset");
  }

  private ListAnomalyGroupSummariesResponse groups(int least) {
    return client.listAnomalyGroupSummaries(
        request -> request.anomalyDetectorArn(detector).sensitivityThreshold(least));
  }

  private ListAnomalyGroupTimeSeriesResponse series(String group, String measure) {
    return client.listAnomalyGroupTimeSeries(
        request -> request.anomalyDetectorArn(detector).anomalyGroupId(group).metricName(measure));
  }

  private static DimensionValueContribution share(String value, double score) {
    return DimensionValueContribution.builder()
        .dimensionValue(value)
        .contributionScore(score)
        .build();
  }

  private static DimensionNameValue dimension(String name, String value) {
    return DimensionNameValue.builder().dimensionName(name).dimensionValue(value).build();
  }
}
