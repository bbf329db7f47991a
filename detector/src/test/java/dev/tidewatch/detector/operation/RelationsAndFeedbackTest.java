package dev.tidewatch.detector.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lookoutmetrics.model.AggregationFunction;
import software.amazon.awssdk.services.lookoutmetrics.model.InterMetricImpactDetails;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAnomalyGroupTimeSeriesResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.RelationshipType;
import software.amazon.awssdk.services.lookoutmetrics.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeries;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeriesFeedback;

class RelationsAndFeedbackTest extends LookoutTest {
  private static final String UNKNOWN = "60359687-afb8-4c46-af3d-aea03614a53f";

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
  void listsCausesBeforeEffects() {
    String other = found.group("views", 7, 1, 50);
    String id =
        found.group(
            "revenue",
            1,
            0,
            86,
            List.of(
                found.effect("price"), found.cause("clicks", 12.345), found.cause("views", 60)));
    assertThat(relations(id, null))
        .containsExactly(
            InterMetricImpactDetails.builder()
                .metricName("views")
                .anomalyGroupId(other)
                .relationshipType(RelationshipType.CAUSE_OF_INPUT_ANOMALY_GROUP)
                .contributionPercentage(60.0)
                .build(),
            InterMetricImpactDetails.builder()
                .metricName("clicks")
                .relationshipType(RelationshipType.CAUSE_OF_INPUT_ANOMALY_GROUP)
                .contributionPercentage(12.35)
                .build(),
            InterMetricImpactDetails.builder()
                .metricName("price")
                .relationshipType(RelationshipType.EFFECT_OF_INPUT_ANOMALY_GROUP)
                .build());
    assertThat(relations(id, RelationshipType.EFFECT_OF_INPUT_ANOMALY_GROUP))
        .extracting(InterMetricImpactDetails::metricName)
        .containsExactly("price");
  }

  @Test
  void remembersTheLastWordOnEachSeries() {
    String id =
        found.group(
            "revenue", 1, 0, 86, found.series("it", "web", 80), found.series("fr", "web", 70));
    List<String> series =
        series(id, "revenue").timeSeriesList().stream().map(TimeSeries::timeSeriesId).toList();
    say(id, series.get(1), true);
    say(id, series.get(0), true);
    say(id, series.get(0), false);
    assertThat(feedback(id, null))
        .containsExactlyInAnyOrder(word(series.get(0), false), word(series.get(1), true));
    assertThat(feedback(id, series.get(1))).containsExactly(word(series.get(1), true));
    assertThat(giver()).isEqualTo(LookoutUnderTest.KEY_ID);
  }

  @Test
  void takesNoWordOnWhatIsNotInTheGroup() {
    String id = found.group("revenue", 1, 0, 86, found.series("it", "web", 80));
    assertThatThrownBy(() -> say(id, "abc", true))
        .isInstanceOfSatisfying(
            ResourceNotFoundException.class,
            missing -> assertThat(missing.resourceType()).isEqualTo("TimeSeries"));
    assertThatThrownBy(() -> say(UNKNOWN, "abc", true))
        .isInstanceOfSatisfying(
            ResourceNotFoundException.class,
            missing -> assertThat(missing.resourceType()).isEqualTo("AnomalyGroup"));
  }

  @Test
  void findsNoGroupOfAnotherDetector() {
    String id = found.group("revenue", 1, 0, 86);
    detector = lookout.createDetector("shop-2");
    assertThatThrownBy(
            () ->
                client.getAnomalyGroup(
                    request -> request.anomalyDetectorArn(detector).anomalyGroupId(id)))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> series(id, "revenue")).isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> relations(id, null)).isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> feedback(id, null)).isInstanceOf(ResourceNotFoundException.class);
  }

  private List<InterMetricImpactDetails> relations(String group, @Nullable RelationshipType only) {
    return client
        .listAnomalyGroupRelatedMetrics(
            request ->
                request
                    .anomalyDetectorArn(detector)
                    .anomalyGroupId(group)
                    .relationshipTypeFilter(only))
        .interMetricImpactList();
  }

  private void say(String group, String series, boolean relevant) {
    client.putFeedback(
        request ->
            request
                .anomalyDetectorArn(detector)
                .anomalyGroupTimeSeriesFeedback(
                    word -> word.anomalyGroupId(group).timeSeriesId(series).isAnomaly(relevant)));
  }

  private List<TimeSeriesFeedback> feedback(String group, @Nullable String series) {
    return client
        .getFeedback(
            request ->
                request
                    .anomalyDetectorArn(detector)
                    .anomalyGroupTimeSeriesFeedback(
                        asked -> asked.anomalyGroupId(group).timeSeriesId(series)))
        .anomalyGroupTimeSeriesFeedback();
  }

  private static String giver() {
    return lookout.database.read(
        handle ->
            handle.createQuery("SELECT DISTINCT giver FROM feedback").mapTo(String.class).one());
  }

  private static TimeSeriesFeedback word(String series, boolean relevant) {
    return TimeSeriesFeedback.builder().timeSeriesId(series).isAnomaly(relevant).build();
  }

  private ListAnomalyGroupTimeSeriesResponse series(String group, String measure) {
    return client.listAnomalyGroupTimeSeries(
        request -> request.anomalyDetectorArn(detector).anomalyGroupId(group).metricName(measure));
  }
}
