package dev.tidewatch.detector.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeMetricSetResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.Frequency;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSetDimensionFilter;
import software.amazon.awssdk.services.lookoutmetrics.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationException;

class MetricSetUpdateTest extends LookoutTest {
  private String detector;

  @BeforeEach
  void createDetector() {
    detector = lookout.createDetector("shop");
  }

  @Test
  void refusesToBeChangedBeyondAQuota() {
    String arn = lookout.createMetricSet(detector);
    List<Metric> six =
        IntStream.range(0, 6).mapToObj(i -> Examples.measure("measure-" + i)).toList();
    assertThatThrownBy(
            () -> client.updateMetricSet(request -> request.metricSetArn(arn).metricList(six)))
        .isInstanceOfSatisfying(
            ServiceQuotaExceededException.class,
            excess -> assertThat(excess.resourceId()).isEqualTo(arn));
    assertThat(describe(arn).metricList()).hasSize(2);
  }

  @Test
  void changesWhatTheRequestNamesAndNothingElse() {
    String arn = lookout.createMetricSet(detector);
    client.updateMetricSet(
        request ->
            request
                .metricSetArn(arn)
                .metricSetDescription("other")
                .offset(300)
                .metricList(Examples.measure("revenue"))
                .dimensionList("platform")
                .timestampColumn(column -> column.columnName("time").columnFormat("UNIX"))
                .metricSource(Examples.history()));
    DescribeMetricSetResponse answer = describe(arn);
    assertThat(answer.metricSetDescription()).isEqualTo("other");
    assertThat(answer.offset()).isEqualTo(300);
    assertThat(answer.metricList()).containsExactly(Examples.measure("revenue"));
    assertThat(answer.dimensionList()).containsExactly("platform");
    assertThat(answer.timestampColumn().columnFormat()).isEqualTo("UNIX");
    assertThat(answer.metricSource()).isEqualTo(Examples.history());
    assertThat(answer.timezone()).isEqualTo("UTC");
  }

  @Test
  void takesFiltersAwayWithAnEmptyList() {
    String arn =
        lookout.createMetricSet(Examples.continuous(detector).dimensionFilterList(onlyUs()));
    client.updateMetricSet(request -> request.metricSetArn(arn).dimensionFilterList(List.of()));
    assertThat(describe(arn).dimensionFilterList()).isEmpty();
  }

  @Test
  void followsTheIntervalOfItsDetector() {
    String arn =
        lookout.createMetricSet(Examples.continuous(detector).metricSetFrequency(Frequency.PT5_M));
    assertThatThrownBy(
            () ->
                client.updateMetricSet(
                    request -> request.metricSetArn(arn).metricSetFrequency(Frequency.PT10_M)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("the detector's interval is PT5M, so the dataset's cannot be PT10M");
    setInterval("PT10M");
    assertThat(describe(arn).metricSetFrequency()).isEqualTo(Frequency.PT10_M);
    client.updateMetricSet(
        request -> request.metricSetArn(arn).metricSetFrequency(Frequency.PT10_M));
    client.activateAnomalyDetector(request -> request.anomalyDetectorArn(detector));
  }

  @Test
  void holdsItsPathAgainstTheIntervalBeforeTheDetectorIsActivated() {
    setInterval("P1D");
    String daily = "s3://my-bucket/data/{{yyyyMMdd}}/";
    lookout.createMetricSet(
        Examples.continuous(detector)
            .metricSource(
                source ->
                    source.s3SourceConfig(
                        s3 ->
                            s3.roleArn(Examples.ROLE)
                                .templatedPathList(daily)
                                .fileFormatDescriptor(Examples.csv()))));
    setInterval("PT5M");
    assertThatThrownBy(
            () -> client.activateAnomalyDetector(request -> request.anomalyDetectorArn(detector)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("the path does not tell intervals of PT5M apart");
  }

  @Test
  void keepsWhatAnAlertFiltersBy() {
    String arn = lookout.createMetricSet(detector);
    client.createAlert(
        request ->
            request
                .alertName("mail")
                .anomalyDetectorArn(detector)
                .action(Examples.SNS)
                .alertFilters(filters -> filters.metricList("views")));
    assertThatThrownBy(
            () ->
                client.updateMetricSet(
                    request -> request.metricSetArn(arn).metricList(Examples.measure("revenue"))))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("The alert mail filters by measure views");
  }

  private void setInterval(String length) {
    client.updateAnomalyDetector(
        request ->
            request
                .anomalyDetectorArn(detector)
                .anomalyDetectorConfig(config -> config.anomalyDetectorFrequency(length)));
  }

  private static MetricSetDimensionFilter onlyUs() {
    return MetricSetDimensionFilter.builder()
        .name("marketplace")
        .filterList(Examples.keep("us"))
        .build();
  }

  private static DescribeMetricSetResponse describe(String arn) {
    return client.describeMetricSet(request -> request.metricSetArn(arn));
  }
}
