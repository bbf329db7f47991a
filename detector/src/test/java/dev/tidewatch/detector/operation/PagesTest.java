package dev.tidewatch.detector.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.detector.anomaly.FoundSeries;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAlertsResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAnomalyDetectorsResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationException;

/** All listings in pages, by the client's own paginators (contract section 3.6). */
class PagesTest {
  private static final int COUNT = 6;

  @TempDir static Path folder;
  private static LookoutUnderTest lookout;
  private static LookoutMetricsClient client;
  private static String detector;
  private static String group;

  @BeforeAll
  static void start() {
    lookout = LookoutUnderTest.start(folder);
    client = lookout.client;
    for (int i = 1; i <= COUNT; i++) {
      declare(i);
    }
    detector = lookout.names.detector("shop-1");
    FoundAnomalies found = new FoundAnomalies(lookout, detector);
    for (int i = 1; i < COUNT; i++) {
      found.group("views", i, i, 50);
    }
    FoundSeries[] series =
        IntStream.rangeClosed(1, COUNT)
            .mapToObj(i -> found.series("market-" + i, "web", 90 - i))
            .toArray(FoundSeries[]::new);
    found.points("revenue", 0, 1, 2, 3, 4, 5, 6);
    group =
        found.group(
            "revenue",
            1,
            0,
            86,
            IntStream.rangeClosed(1, COUNT)
                .mapToObj(i -> found.cause("measure-" + i, 50 - i))
                .toList(),
            series);
    say();
    log();
  }

  private static void declare(int i) {
    String arn = lookout.createDetector("shop-" + i);
    lookout.createMetricSet(arn);
    String shop = lookout.names.detector("shop-1");
    client.createAlert(
        request -> request.alertName("mail-" + i).anomalyDetectorArn(shop).action(Examples.SNS));
  }

  private static void say() {
    client
        .listAnomalyGroupTimeSeries(
            request ->
                request.anomalyDetectorArn(detector).anomalyGroupId(group).metricName("revenue"))
        .timeSeriesList()
        .forEach(
            series ->
                client.putFeedback(
                    request ->
                        request
                            .anomalyDetectorArn(detector)
                            .anomalyGroupTimeSeriesFeedback(
                                word ->
                                    word.anomalyGroupId(group)
                                        .timeSeriesId(series.timeSeriesId())
                                        .isAnomaly(true))));
  }

  private static void log() {
    long id = lookout.find(detector).id();
    for (int i = 0; i < COUNT; i++) {
      long interval = FoundAnomalies.time(i).getEpochSecond();
      lookout.database.change(
          handle ->
              handle.execute(
                  "INSERT INTO execution VALUES (?, ?, 'COMPLETED', NULL, 0, 0)", id, interval));
    }
  }

  @AfterAll
  static void stop() {
    lookout.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 6, 100})
  void givesEveryItemOfEveryListingOnceAndInOrder(int most) {
    assertThat(detectors(most)).containsExactlyElementsOf(named("shop-"));
    assertThat(datasets(most)).containsExactlyElementsOf(named("shop-"));
    assertThat(alerts(most)).containsExactlyElementsOf(named("mail-"));
    assertThat(markets(most)).containsExactlyElementsOf(named("market-"));
    assertThat(causes(most)).containsExactlyElementsOf(named("measure-"));
    assertThat(words(most)).hasSize(COUNT).doesNotHaveDuplicates();
    assertThat(runs(most)).hasSize(COUNT).isSortedAccordingTo((a, b) -> b.compareTo(a));
    assertThat(groups(most))
        .hasSize(COUNT)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void leavesTheTokenOutOnTheLastPage() {
    ListAnomalyDetectorsResponse first =
        client.listAnomalyDetectors(request -> request.maxResults(COUNT - 1));
    assertThat(first.nextToken()).isNotBlank();
    ListAnomalyDetectorsResponse last =
        client.listAnomalyDetectors(
            request -> request.maxResults(COUNT - 1).nextToken(first.nextToken()));
    assertThat(last.anomalyDetectorSummaryList()).hasSize(1);
    assertThat(last.nextToken()).isNull();
    assertThat(client.listAnomalyDetectors(request -> request.maxResults(COUNT)).nextToken())
        .isNull();
  }

  @Test
  void takesATokenForItsOwnListingOnly() {
    ListAlertsResponse ofOne =
        client.listAlerts(request -> request.anomalyDetectorArn(detector).maxResults(2));
    assertThatThrownBy(() -> client.listAlerts(request -> request.nextToken(ofOne.nextToken())))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("NextToken");
    assertThatThrownBy(
            () -> client.listAnomalyDetectors(request -> request.nextToken(ofOne.nextToken())))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void listsOnlyWhatBelongsToADetector() {
    String other = lookout.names.detector("shop-2");
    assertThat(client.listAlerts(request -> request.anomalyDetectorArn(other)).alertSummaryList())
        .isEmpty();
    assertThat(
            client
                .listMetricSets(request -> request.anomalyDetectorArn(other).maxResults(1))
                .metricSetSummaryList())
        .extracting(summary -> summary.anomalyDetectorArn())
        .containsExactly(other);
    assertThat(
            client
                .listMetricSetsPaginator(request -> request.anomalyDetectorArn(other).maxResults(1))
                .stream())
        .hasSize(1);
  }

  private static List<String> named(String prefix) {
    return IntStream.rangeClosed(1, COUNT).mapToObj(i -> prefix + i).toList();
  }

  private static Stream<String> detectors(int most) {
    return client.listAnomalyDetectorsPaginator(request -> request.maxResults(most)).stream()
        .peek(page -> assertThat(page.anomalyDetectorSummaryList()).hasSizeLessThanOrEqualTo(most))
        .flatMap(page -> page.anomalyDetectorSummaryList().stream())
        .map(summary -> summary.anomalyDetectorName());
  }

  private static Stream<String> datasets(int most) {
    return client.listMetricSetsPaginator(request -> request.maxResults(most)).stream()
        .flatMap(page -> page.metricSetSummaryList().stream())
        .map(summary -> lookout.names.detectorName(summary.anomalyDetectorArn()).orElseThrow());
  }

  private static Stream<String> alerts(int most) {
    return client
        .listAlertsPaginator(request -> request.anomalyDetectorArn(detector).maxResults(most))
        .stream()
        .flatMap(page -> page.alertSummaryList().stream())
        .map(summary -> summary.alertName());
  }

  private static Stream<String> groups(int most) {
    return client
        .listAnomalyGroupSummariesPaginator(
            request ->
                request.anomalyDetectorArn(detector).sensitivityThreshold(0).maxResults(most))
        .stream()
        .flatMap(page -> page.anomalyGroupSummaryList().stream())
        .map(summary -> summary.startTime());
  }

  private static Stream<String> markets(int most) {
    return client
        .listAnomalyGroupTimeSeriesPaginator(
            request ->
                request
                    .anomalyDetectorArn(detector)
                    .anomalyGroupId(group)
                    .metricName("revenue")
                    .maxResults(most))
        .stream()
        .peek(page -> assertThat(page.timestampList()).hasSize(1))
        .flatMap(page -> page.timeSeriesList().stream())
        .map(series -> series.dimensionList().get(1).dimensionValue());
  }

  private static Stream<String> causes(int most) {
    return client
        .listAnomalyGroupRelatedMetricsPaginator(
            request -> request.anomalyDetectorArn(detector).anomalyGroupId(group).maxResults(most))
        .stream()
        .flatMap(page -> page.interMetricImpactList().stream())
        .map(details -> details.metricName());
  }

  private static Stream<String> words(int most) {
    return client
        .getFeedbackPaginator(
            request ->
                request
                    .anomalyDetectorArn(detector)
                    .anomalyGroupTimeSeriesFeedback(asked -> asked.anomalyGroupId(group))
                    .maxResults(most))
        .stream()
        .flatMap(page -> page.anomalyGroupTimeSeriesFeedback().stream())
        .map(feedback -> feedback.timeSeriesId());
  }

  private static Stream<String> runs(int most) {
    return client
        .describeAnomalyDetectionExecutionsPaginator(
            request -> request.anomalyDetectorArn(detector).maxResults(most))
        .stream()
        .flatMap(page -> page.executionList().stream())
        .map(run -> run.timestamp());
  }
}
