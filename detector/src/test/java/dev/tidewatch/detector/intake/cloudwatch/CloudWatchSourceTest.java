package dev.tidewatch.detector.intake.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.History;
import dev.tidewatch.detector.intake.IntakeQuotas;
import dev.tidewatch.detector.intake.Reading;
import dev.tidewatch.detector.intake.Requests;
import dev.tidewatch.detector.intake.Room;
import dev.tidewatch.detector.intake.RowsText;
import dev.tidewatch.detector.intake.SourceUnavailable;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;

final class CloudWatchSourceTest {
  private static final Instant START = Instant.parse("2026-11-20T10:05:00Z");

  private static final Interval FIVE_MINUTES = new Interval(START, START.plusSeconds(300));

  private FakeCloudWatch server;
  private CloudWatchClient client;

  @BeforeEach
  void start() throws IOException {
    server = new FakeCloudWatch();
    client =
        CloudWatchClient.builder()
            .endpointOverride(server.endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static Dataset dataset(IntervalLength length, String zone) {
    return Requests.dataset(
        length,
        CreateMetricSetRequest.builder()
            .metricSetName("services")
            .timezone(zone)
            .metricList(
                metric ->
                    metric.metricName("latency").aggregationFunction("AVG").namespace("Services"),
                metric ->
                    metric.metricName("calls").aggregationFunction("SUM").namespace("Services"))
            .dimensionList("Service")
            .metricSource(
                source ->
                    source.cloudWatchConfig(config -> config.roleArn("arn:aws:iam::1:role/r"))));
  }

  private CloudWatchMetrics metrics(Dataset dataset) {
    return new CloudWatchMetrics(client, dataset);
  }

  @Test
  void readsAnInterval() {
    Dataset dataset = dataset(IntervalLength.PT5M, "UTC");
    CloudWatchSource source = new CloudWatchSource(metrics(dataset), dataset, Room.ofHeap());

    Reading reading = source.read(new Interval(START, START.plusSeconds(300)));

    assertThat(reading).isInstanceOf(Reading.Rows.class);
    assertThat(RowsText.of(((Reading.Rows) reading).rows(), 1, 2))
        .containsExactly("bank 2.5 10.0", "shop 2.5 10.0");
    assertThat(reading.quality().orElseThrow().timeSeries()).isEqualTo(4);
    Instant before = START.minusSeconds(30 * 86_400);
    assertThat(source.read(new Interval(before, before.plusSeconds(300))))
        .isInstanceOf(Reading.NoData.class);
  }

  @Test
  void addsHoursUpToTheDaysOfAZone() {
    Dataset dataset = dataset(IntervalLength.P1D, "Europe/Berlin");
    Interval day = dataset.calendar().intervalOf(START);

    Reading reading = new CloudWatchSource(metrics(dataset), dataset, Room.ofHeap()).read(day);

    assertThat(RowsText.of(((Reading.Rows) reading).rows(), 1, 2))
        .containsExactly("bank 2.5 240.0", "shop 2.5 240.0");
  }

  @Test
  void readsThePast() {
    Dataset dataset = dataset(IntervalLength.PT5M, "UTC");

    History.Past past =
        new CloudWatchHistory(
                metrics(dataset),
                dataset,
                IntakeQuotas.published(IntervalLength.PT5M),
                Room.ofHeap())
            .read(START.plusSeconds(60), History.Progress.SILENT);

    assertThat(past.intervals().size()).isEqualTo(288 + 121);
    assertThat(past.intervals().interval(0).start()).isEqualTo("2026-11-19T00:00:00Z");
    assertThat(past.reason()).isEmpty();
  }

  @Test
  void tellsRefusalFromTrouble() {
    Dataset dataset = dataset(IntervalLength.PT5M, "UTC");
    CloudWatchSource source = new CloudWatchSource(metrics(dataset), dataset, Room.ofHeap());
    Interval interval = new Interval(START, START.plusSeconds(300));

    server.status = 403;
    assertThat(source.read(interval).reason().orElseThrow()).contains("is denied");
    server.status = 500;
    assertThatThrownBy(() -> source.read(interval)).isInstanceOf(SourceUnavailable.class);
  }

  private Reading read(Dataset dataset, Interval interval) {
    return new CloudWatchSource(metrics(dataset), dataset, Room.ofHeap()).read(interval);
  }

  @Test
  void putsTogetherWhatComesInSeveralAnswers() {
    Dataset dataset = dataset(IntervalLength.P1D, "Europe/Berlin");
    server.pointsAtOnce = 5;

    Reading reading = read(dataset, dataset.calendar().intervalOf(START));

    assertThat(RowsText.of(((Reading.Rows) reading).rows(), 1, 2))
        .containsExactly("bank 2.5 240.0", "shop 2.5 240.0");
    assertThat(server.requests.get()).isEqualTo(2 + 5);
  }

  @Test
  void asksAgainWhenItIsThrottled() {
    Dataset dataset = dataset(IntervalLength.PT5M, "UTC");
    server.status = 400;
    server.code = "Throttling";
    server.refusals.set(2);

    assertThat(read(dataset, FIVE_MINUTES)).isInstanceOf(Reading.Rows.class);

    server.refusals.set(Integer.MAX_VALUE);
    assertThatThrownBy(() -> read(dataset, FIVE_MINUTES)).isInstanceOf(SourceUnavailable.class);
  }

  @Test
  void credentialsThatRanOutAreNoRefusal() {
    server.status = 403;
    server.code = "ExpiredToken";

    assertThatThrownBy(() -> read(dataset(IntervalLength.PT5M, "UTC"), FIVE_MINUTES))
        .isInstanceOf(SourceUnavailable.class);
  }

  @Test
  void aResultThatIsNotWholeIsNotTakenForOneThatIs() {
    Dataset dataset = dataset(IntervalLength.PT5M, "UTC");
    server.resultStatus = "InternalError";
    assertThatThrownBy(() -> read(dataset, FIVE_MINUTES)).isInstanceOf(SourceUnavailable.class);

    server.resultStatus = "Forbidden";
    assertThat(read(dataset, FIVE_MINUTES).reason().orElseThrow()).contains("is denied");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1.0E16"})
  void countsDatapointsThatNoMeasureMayBe(String sum) {
    server.sum = sum;

    Reading reading = read(dataset(IntervalLength.PT5M, "UTC"), FIVE_MINUTES);

    assertThat(reading).isInstanceOf(Reading.Failed.class);
    assertThat(reading.quality().orElseThrow().rowsProcessed()).isEqualTo(4);
    assertThat(reading.quality().orElseThrow().rowsInvalid()).isEqualTo(4);
    assertThat(reading.reason().orElseThrow()).startsWith("Insufficient data at the source");
  }

  @ParameterizedTest
  @CsvSource({
    "PT1H, Asia/Kolkata, 900",
    "PT1H, Australia/Lord_Howe, 900",
    "PT10M, Asia/Kathmandu, 300",
    "PT5M, Asia/Kathmandu, 300",
    "P1D, Asia/Kolkata, 900",
    "P1D, Europe/London, 3600",
    "P1D, UTC, 86400"
  })
  void asksForPeriodsThatIntervalsOfTheZoneAreMadeOf(
      IntervalLength length, String zone, int period) {
    Dataset dataset = dataset(length, zone);

    read(dataset, dataset.calendar().intervalOf(START));

    assertThat(server.shortestPeriod.get()).isEqualTo(period);
  }
}
