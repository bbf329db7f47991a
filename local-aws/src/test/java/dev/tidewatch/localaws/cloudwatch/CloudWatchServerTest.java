package dev.tidewatch.localaws.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tidewatch.localaws.cloudwatch.alarm.Outlets;
import dev.tidewatch.localaws.protocol.Calls;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AnomalyDetector;
import software.amazon.awssdk.services.cloudwatch.model.AnomalyDetectorStateValue;
import software.amazon.awssdk.services.cloudwatch.model.AnomalyDetectorType;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.cloudwatch.model.RecentlyActive;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

final class CloudWatchServerTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:05:00Z");
  private static final Dimension MARKET = dimension("marketplace", "uk");

  private final CloudWatchServer server =
      CloudWatchServer.start(
          new CloudWatchServer.Options(
              0,
              "us-east-1",
              "000000000000",
              InstantSource.fixed(NOW),
              Outlets.none(),
              new Calls()));
  private CloudWatchClient client;

  @BeforeEach
  void connect() {
    client =
        CloudWatchClient.builder()
            .endpointOverride(server.endpoint())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void takesValuesInEveryForm() {
    put(datum(0, 4.0));
    put(datum(0, 0).toBuilder().value(null).values(1.0, 2.0).counts(3.0, 1.0).build());
    put(
        datum(0, 0).toBuilder()
            .value(null)
            .statisticValues(s -> s.sampleCount(2.0).sum(20.0).minimum(9.0).maximum(11.0))
            .build());

    Datapoint point =
        client
            .getMetricStatistics(
                r ->
                    r.namespace("shop")
                        .metricName("revenue")
                        .dimensions(MARKET)
                        .startTime(NOW.minusSeconds(300))
                        .endTime(NOW.plusSeconds(60))
                        .period(60)
                        .statistics(
                            Statistic.SAMPLE_COUNT,
                            Statistic.SUM,
                            Statistic.MINIMUM,
                            Statistic.MAXIMUM,
                            Statistic.AVERAGE))
            .datapoints()
            .get(0);
    assertThat(point.timestamp()).isEqualTo(NOW);
    assertThat(point.sampleCount()).isEqualTo(7);
    assertThat(point.sum()).isEqualTo(29);
    assertThat(point.minimum()).isEqualTo(1);
    assertThat(point.maximum()).isEqualTo(11);
    assertThat(point.average()).isCloseTo(29 / 7.0, within(1e-9));
  }

  @Test
  void takesAThousandDataCompressedAndNotOneMore() {
    List<MetricDatum> thousand =
        IntStream.range(0, 1_000).mapToObj(number -> datum(0, number)).toList();
    client.putMetricData(r -> r.namespace("shop").metricData(thousand));

    assertThat(result(stat("m", "SampleCount")).values()).containsExactly(1_000.0);
    assertThat(result(stat("m", "p50")).values()).containsExactly(499.0);
    List<MetricDatum> more = IntStream.range(0, 1_001).mapToObj(n -> datum(0, n)).toList();
    assertThatThrownBy(() -> client.putMetricData(r -> r.namespace("shop").metricData(more)))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("1000");
  }

  @Test
  void refusesDataThatBreakTheRules() {
    refused(datum(0, Double.NaN), InvalidParameterValueException.class);
    refused(at(NOW.minus(Duration.ofDays(15))), InvalidParameterValueException.class);
    refused(at(NOW.plus(Duration.ofHours(3))), InvalidParameterValueException.class);
    refused(
        datum(0, 1).toBuilder()
            .dimensions(IntStream.range(0, 31).mapToObj(n -> dimension("d" + n, "v")).toList())
            .build(),
        InvalidParameterValueException.class);
    refused(
        datum(0, 1).toBuilder().values(1.0).build(), InvalidParameterCombinationException.class);
    refused(datum(0, 1).toBuilder().value(null).build(), MissingRequiredParameterException.class);
    refused(
        datum(0, 1).toBuilder()
            .value(null)
            .values(DoubleStream.iterate(0, v -> v + 1).limit(151).boxed().toList())
            .build(),
        InvalidParameterValueException.class);
    put(at(NOW.minus(Duration.ofDays(14))));
    put(at(NOW.plus(Duration.ofHours(2))));
  }

  @Test
  void computesWithMetrics() {
    put(datum(-2, 10), datum(-1, 20));
    put(
        datum(-1, 5).toBuilder().metricName("orders").build(),
        datum(-2, 0).toBuilder().metricName("orders").build());
    MetricDataQuery orders =
        stat("o", "Sum").toBuilder()
            .metricStat(s -> s.metric(metric("orders")).period(60).stat("Sum"))
            .build();
    MetricDataQuery revenue = stat("r", "Sum");

    assertThat(value("r / o", revenue, orders)).containsExactly(4.0);
    assertThat(value("(r + o) * 2 - 1", revenue, orders)).containsExactly(49.0, 19.0);
    assertThat(value("SUM(METRICS())", revenue, orders)).containsExactly(25.0, 10.0);
    assertThat(value("IF(r > 15, 1, 0)", revenue, orders)).containsExactly(1.0, 0.0);
    assertThat(value("FILL(r, 0)", revenue)).containsExactly(0.0, 20.0, 10.0, 0.0, 0.0);
    assertThatThrownBy(() -> value("nothing + 1", revenue))
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            refused ->
                assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ValidationError"));
    assertThatThrownBy(() -> value("e", revenue)).hasMessageContaining("Circular");
    assertThatThrownBy(() -> value("r +", revenue)).hasMessageContaining("Unexpected");
  }

  @Test
  void expectsWhatWasAtTheseHoursBefore() {
    for (int day = 1; day <= 4; day++) {
      put(at(NOW.minus(Duration.ofDays(day))).toBuilder().value(100.0 + day).build());
      put(at(NOW.minus(Duration.ofDays(day)).minusSeconds(7_200)).toBuilder().value(5.0).build());
    }
    put(at(NOW).toBuilder().value(900.0).build());

    List<MetricDataResult> band =
        data(stat("m", "Sum"), expression("b", "ANOMALY_DETECTION_BAND(m, 2)")).stream()
            .filter(result -> result.id().equals("b"))
            .toList();
    double deviation = Math.sqrt(1.25);
    assertThat(band).hasSize(2);
    assertThat(band.get(0).values().get(0)).isCloseTo(102.5 - 2 * deviation, within(1e-9));
    assertThat(band.get(1).values().get(0)).isCloseTo(102.5 + 2 * deviation, within(1e-9));
  }

  @Test
  void givesDataInPages() {
    put(datum(-3, 1), datum(-2, 2), datum(-1, 3));
    GetMetricDataResponse first = page("");
    GetMetricDataResponse second = page(first.nextToken());

    assertThat(first.metricDataResults().get(0).values()).containsExactly(1.0, 2.0);
    assertThat(first.metricDataResults().get(0).statusCode()).isEqualTo(StatusCode.PARTIAL_DATA);
    assertThat(second.metricDataResults().get(0).values()).containsExactly(3.0);
    assertThat(second.metricDataResults().get(0).statusCode()).isEqualTo(StatusCode.COMPLETE);
    assertThat(second.nextToken()).isNull();
  }

  @Test
  void listsMetricsByWhatIsAsked() {
    put(datum(0, 1));
    put(datum(-240, 1).toBuilder().metricName("old").build());
    put(datum(0, 1).toBuilder().dimensions(dimension("marketplace", "de")).build());

    assertThat(client.listMetrics(r -> r.namespace("shop")).metrics()).hasSize(3);
    assertThat(client.listMetrics(r -> r.recentlyActive(RecentlyActive.PT3_H)).metrics())
        .extracting(Metric::metricName)
        .containsOnly("revenue");
    assertThat(
            client.listMetrics(r -> r.dimensions(d -> d.name("marketplace").value("de"))).metrics())
        .hasSize(1);
    assertThat(client.listMetrics(r -> r.dimensions(d -> d.name("other"))).metrics()).isEmpty();
  }

  @Test
  void listsManyMetricsInPages() {
    List<MetricDatum> many =
        IntStream.range(0, 501)
            .mapToObj(n -> datum(0, 1).toBuilder().metricName("m" + n).build())
            .toList();
    client.putMetricData(r -> r.namespace("many").metricData(many));

    assertThat(client.listMetrics(r -> r.namespace("many")).metrics()).hasSize(500);
    assertThat(client.listMetricsPaginator(r -> r.namespace("many")).metrics()).hasSize(501);
  }

  @Test
  void keepsAnomalyDetectorsOfMetrics() {
    client.putAnomalyDetector(
        r ->
            r.singleMetricAnomalyDetector(
                    s -> s.namespace("shop").metricName("revenue").dimensions(MARKET).stat("Sum"))
                .configuration(
                    c ->
                        c.metricTimezone("Europe/London")
                            .excludedTimeRanges(
                                e -> e.startTime(NOW.minusSeconds(60)).endTime(NOW))));

    AnomalyDetector detector =
        client.describeAnomalyDetectors(r -> r.namespace("shop")).anomalyDetectors().get(0);
    assertThat(detector.singleMetricAnomalyDetector().stat()).isEqualTo("Sum");
    assertThat(detector.singleMetricAnomalyDetector().dimensions()).containsExactly(MARKET);
    assertThat(detector.configuration().metricTimezone()).isEqualTo("Europe/London");
    assertThat(detector.configuration().excludedTimeRanges().get(0).endTime()).isEqualTo(NOW);
    assertThat(detector.stateValue())
        .isEqualTo(AnomalyDetectorStateValue.TRAINED_INSUFFICIENT_DATA);

    client.deleteAnomalyDetector(
        r ->
            r.singleMetricAnomalyDetector(
                s -> s.namespace("shop").metricName("revenue").dimensions(MARKET).stat("Sum")));
    assertThat(client.describeAnomalyDetectors(r -> r.namespace("shop")).anomalyDetectors())
        .isEmpty();
    assertThatThrownBy(
            () ->
                client.deleteAnomalyDetector(
                    r ->
                        r.singleMetricAnomalyDetector(
                            s -> s.namespace("shop").metricName("revenue").stat("Sum"))))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void keepsAnomalyDetectorsOfExpressions() {
    MetricDataQuery revenue = stat("r", "Sum").toBuilder().returnData(false).build();
    client.putAnomalyDetector(
        r ->
            r.metricMathAnomalyDetector(
                m -> m.metricDataQueries(revenue, expression("e", "r * 2"))));

    assertThat(
            client
                .describeAnomalyDetectors(
                    r -> r.anomalyDetectorTypes(AnomalyDetectorType.METRIC_MATH))
                .anomalyDetectors()
                .get(0)
                .metricMathAnomalyDetector()
                .metricDataQueries())
        .extracting(MetricDataQuery::id)
        .containsExactly("r", "e");
    assertThat(client.describeAnomalyDetectors(r -> {}).anomalyDetectors()).isEmpty();
    assertThatThrownBy(
            () ->
                client.putAnomalyDetector(
                    r ->
                        r.configuration(c -> c.metricTimezone("Nowhere/At all"))
                            .singleMetricAnomalyDetector(
                                s -> s.namespace("n").metricName("m").stat("Sum"))))
        .isInstanceOf(InvalidParameterValueException.class);
  }

  private GetMetricDataResponse page(String token) {
    return client.getMetricData(
        r ->
            r.startTime(NOW.minusSeconds(240))
                .endTime(NOW.plusSeconds(60))
                .metricDataQueries(stat("m", "Sum"))
                .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                .maxDatapoints(2)
                .nextToken(token.isEmpty() ? null : token));
  }

  private List<Double> value(String expression, MetricDataQuery... queries) {
    List<MetricDataQuery> all = new java.util.ArrayList<>(List.of(queries));
    all.add(expression("e", expression));
    return data(all.toArray(MetricDataQuery[]::new)).stream()
        .filter(result -> result.id().equals("e"))
        .findFirst()
        .orElseThrow()
        .values();
  }

  private MetricDataResult result(MetricDataQuery query) {
    return data(query).get(0);
  }

  private List<MetricDataResult> data(MetricDataQuery... queries) {
    return client
        .getMetricData(
            r ->
                r.startTime(NOW.minusSeconds(240))
                    .endTime(NOW.plusSeconds(60))
                    .metricDataQueries(queries))
        .metricDataResults();
  }

  private void refused(MetricDatum datum, Class<? extends Exception> kind) {
    assertThatThrownBy(() -> put(datum)).isInstanceOf(kind);
  }

  private void put(MetricDatum... data) {
    client.putMetricData(r -> r.namespace("shop").metricData(data));
  }

  private static MetricDatum datum(int minutesFromNow, double value) {
    return at(NOW.plus(Duration.ofMinutes(minutesFromNow))).toBuilder().value(value).build();
  }

  private static MetricDatum at(Instant time) {
    return MetricDatum.builder()
        .metricName("revenue")
        .dimensions(MARKET)
        .timestamp(time)
        .unit(StandardUnit.NONE)
        .value(1.0)
        .build();
  }

  private static MetricDataQuery stat(String id, String statistic) {
    return MetricDataQuery.builder()
        .id(id)
        .metricStat(s -> s.metric(metric("revenue")).period(60).stat(statistic))
        .build();
  }

  private static MetricDataQuery expression(String id, String expression) {
    return MetricDataQuery.builder().id(id).expression(expression).build();
  }

  private static Metric metric(String name) {
    return Metric.builder().namespace("shop").metricName(name).dimensions(MARKET).build();
  }

  private static Dimension dimension(String name, String value) {
    return Dimension.builder().name(name).value(value).build();
  }
}
