package dev.tidewatch.detector.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.ConflictException;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeMetricSetResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.Frequency;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;
import software.amazon.awssdk.services.lookoutmetrics.model.MetricSetDimensionFilter;
import software.amazon.awssdk.services.lookoutmetrics.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lookoutmetrics.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationException;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationExceptionField;

class MetricSetOperationsTest extends LookoutTest {
  private String detector;

  @BeforeEach
  void createDetector() {
    detector = lookout.createDetector("shop");
  }

  @Test
  void describesWhatWasCreated() {
    CreateMetricSetRequest request =
        Examples.continuous(detector)
            .metricSetFrequency(Frequency.PT5_M)
            .timezone("Europe/Berlin")
            .dimensionFilterList(onlyUs())
            .tags(Map.of("a", "b"))
            .build();
    String arn = client.createMetricSet(request).metricSetArn();
    assertThat(arn).isEqualTo("arn:aws:lookoutmetrics:us-east-1:123456789012:MetricSet/shop/sales");
    DescribeMetricSetResponse answer = describe(arn);
    assertThat(answer.metricSetArn()).isEqualTo(arn);
    assertThat(answer.anomalyDetectorArn()).isEqualTo(detector);
    assertThat(answer.metricSetName()).isEqualTo("sales");
    assertThat(answer.metricSetDescription()).isEqualTo("live data");
    assertThat(answer.offset()).isEqualTo(60);
    assertThat(answer.metricList()).isEqualTo(request.metricList());
    assertThat(answer.timestampColumn()).isEqualTo(request.timestampColumn());
    assertThat(answer.dimensionList()).containsExactly("platform", "marketplace");
    assertThat(answer.metricSetFrequency()).isEqualTo(Frequency.PT5_M);
    assertThat(answer.timezone()).isEqualTo("Europe/Berlin");
    assertThat(answer.metricSource()).isEqualTo(request.metricSource());
    assertThat(answer.dimensionFilterList()).containsExactly(onlyUs());
    assertThat(answer.creationTime()).isEqualTo(LookoutUnderTest.NOW);
  }

  @Test
  void takesTheIntervalOfItsDetectorUnlessItSaysOne() {
    String arn = lookout.createMetricSet(detector);
    assertThat(describe(arn).metricSetFrequency()).isEqualTo(Frequency.PT5_M);
  }

  @Test
  void refusesAnotherIntervalThanItsDetectors() {
    assertThat(problems(Examples.continuous(detector).metricSetFrequency(Frequency.P1_D)))
        .containsExactly("MetricSetFrequency");
  }

  @Test
  void refusesASecondDataset() {
    String arn = lookout.createMetricSet(detector);
    assertThatThrownBy(() -> lookout.createMetricSet(detector))
        .isInstanceOfSatisfying(
            ConflictException.class,
            conflict -> {
              assertThat(conflict.resourceId()).isEqualTo(arn);
              assertThat(conflict.resourceType()).isEqualTo("MetricSet");
            });
    assertThatThrownBy(
            () -> lookout.createMetricSet(Examples.continuous(detector).metricSetName("other")))
        .isInstanceOfSatisfying(
            ServiceQuotaExceededException.class,
            excess -> assertThat(excess.quotaCode()).isEqualTo("datasets-per-detector"));
  }

  @Test
  void givesTheSameNameToDatasetsOfTwoDetectors() {
    lookout.createMetricSet(detector);
    String other = lookout.createMetricSet(lookout.createDetector("shop-2"));
    assertThat(other).endsWith("MetricSet/shop-2/sales");
  }

  @Test
  void refusesADatasetWhileTheDetectorWorks() {
    lookout.setStatus(detector, AnomalyDetectorStatus.ACTIVE);
    assertThatThrownBy(() -> lookout.createMetricSet(detector))
        .isInstanceOfSatisfying(
            ConflictException.class,
            conflict -> assertThat(conflict.resourceId()).isEqualTo(detector));
  }

  @Test
  void refusesMoreMeasuresAndDimensionsThanThereMayBe() {
    List<Metric> six =
        IntStream.range(0, 6).mapToObj(i -> Examples.measure("measure-" + i)).toList();
    assertThatThrownBy(() -> lookout.createMetricSet(Examples.continuous(detector).metricList(six)))
        .isInstanceOfSatisfying(
            ServiceQuotaExceededException.class,
            excess -> assertThat(excess.quotaCode()).isEqualTo("measures-per-dataset"));
    List<String> eleven = IntStream.range(0, 11).mapToObj(i -> "dimension-" + i).toList();
    assertThatThrownBy(
            () -> lookout.createMetricSet(Examples.continuous(detector).dimensionList(eleven)))
        .isInstanceOfSatisfying(
            ServiceQuotaExceededException.class,
            excess -> assertThat(excess.quotaCode()).isEqualTo("dimensions-per-dataset"));
  }

  @Test
  void refusesSourcesNobodyReads() {
    assertThatThrownBy(
            () ->
                lookout.createMetricSet(
                    Examples.continuous(detector)
                        .metricSource(
                            source ->
                                source.appFlowConfig(
                                    flow -> flow.roleArn(Examples.ROLE).flowName("flow")))))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("MetricSource.AppFlowConfig")
        .hasMessageContaining("export the data to S3");
  }

  @Test
  void namesEveryMistakeAtOnce() {
    assertThat(
            problems(
                Examples.continuous(detector)
                    .timezone("Mars/Olympus")
                    .metricList(Examples.measure("views"), Examples.measure("views"))
                    .dimensionFilterList(
                        MetricSetDimensionFilter.builder()
                            .name("colour")
                            .filterList(Examples.keep("red"))
                            .build())))
        .containsExactlyInAnyOrder(
            "Timezone", "MetricList[1].MetricName", "DimensionFilterList[0].Name");
  }

  @Test
  void findsNothingUnderOtherNames() {
    lookout.createMetricSet(detector);
    for (String name : List.of("shop/other", "other/sales")) {
      String arn = "arn:aws:lookoutmetrics:us-east-1:123456789012:MetricSet/" + name;
      assertThatThrownBy(() -> describe(arn)).isInstanceOf(ResourceNotFoundException.class);
    }
    assertThatThrownBy(() -> lookout.createMetricSet(lookout.names.detector("nobody")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  private static List<String> problems(CreateMetricSetRequest.Builder request) {
    try {
      lookout.createMetricSet(request);
      return List.of();
    } catch (ValidationException wrong) {
      return wrong.fields().stream().map(ValidationExceptionField::name).toList();
    }
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
