package dev.tidewatch.detector.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lookoutmetrics.model.Action;
import software.amazon.awssdk.services.lookoutmetrics.model.Alert;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertType;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.ConflictException;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAlertRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lookoutmetrics.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.lookoutmetrics.model.SnsFormat;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationException;

class AlertOperationsTest extends LookoutTest {
  private String detector;

  @BeforeEach
  void createDetector() {
    detector = lookout.createDetector("shop");
  }

  @Test
  void describesWhatWasCreated() {
    lookout.createMetricSet(detector);
    String arn =
        create(
            request ->
                request
                    .alertDescription("of revenue")
                    .alertSensitivityThreshold(70)
                    .alertFilters(
                        filters ->
                            filters
                                .metricList("revenue")
                                .dimensionFilterList(Examples.filter("marketplace", "us", "uk"))));
    assertThat(arn).isEqualTo("arn:aws:lookoutmetrics:us-east-1:123456789012:Alert:mail");
    Alert alert = describe(arn);
    assertThat(alert.alertArn()).isEqualTo(arn);
    assertThat(alert.alertName()).isEqualTo("mail");
    assertThat(alert.alertDescription()).isEqualTo("of revenue");
    assertThat(alert.anomalyDetectorArn()).isEqualTo(detector);
    assertThat(alert.alertSensitivityThreshold()).isEqualTo(70);
    assertThat(alert.alertType()).isEqualTo(AlertType.SNS);
    assertThat(alert.alertStatus()).isEqualTo(AlertStatus.ACTIVE);
    assertThat(alert.action().snsConfiguration().snsTopicArn()).isEqualTo(Examples.TOPIC);
    assertThat(alert.alertFilters().metricList()).containsExactly("revenue");
    assertThat(alert.alertFilters().dimensionFilterList().get(0).dimensionValueList())
        .containsExactly("us", "uk");
    assertThat(alert.creationTime()).isEqualTo(LookoutUnderTest.NOW);
  }

  @Test
  void tellsOfEverythingInJsonUnlessToldOtherwise() {
    Alert alert = describe(create(request -> {}));
    assertThat(alert.alertSensitivityThreshold()).isZero();
    assertThat(alert.action().snsConfiguration().snsFormat()).isEqualTo(SnsFormat.JSON);
    assertThat(alert.alertFilters()).isNull();
  }

  @Test
  void callsAFunctionToo() {
    Alert alert = describe(create(request -> request.action(Examples.TO_LAMBDA)));
    assertThat(alert.alertType()).isEqualTo(AlertType.LAMBDA);
    assertThat(alert.action()).isEqualTo(Examples.TO_LAMBDA);
  }

  @Test
  void refusesAnActionWithNoneOrBothTargets() {
    Action both =
        Examples.SNS.toBuilder()
            .lambdaConfiguration(Examples.TO_LAMBDA.lambdaConfiguration())
            .build();
    assertThatThrownBy(() -> create(request -> request.action(both)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("exactly one of SNSConfiguration and LambdaConfiguration, not both");
    assertThatThrownBy(() -> create(request -> request.action(Action.builder().build())))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("not none");
  }

  @Test
  void refusesANameThatIsTakenByAnyDetectorsAlert() {
    String arn = create(request -> {});
    String other = lookout.createDetector("shop-2");
    assertThatThrownBy(() -> create(request -> request.anomalyDetectorArn(other)))
        .isInstanceOfSatisfying(
            ConflictException.class,
            conflict -> {
              assertThat(conflict.resourceId()).isEqualTo(arn);
              assertThat(conflict.resourceType()).isEqualTo("Alert");
            });
  }

  @Test
  void refusesTheEleventhAlertOfADetector() {
    for (int i = 1; i <= 10; i++) {
      String name = "mail-" + i;
      create(request -> request.alertName(name));
    }
    assertThatThrownBy(() -> create(request -> request.alertName("mail-11")))
        .isInstanceOfSatisfying(
            ServiceQuotaExceededException.class,
            excess -> assertThat(excess.quotaCode()).isEqualTo("alerts-per-detector"));
    String other = lookout.createDetector("shop-2");
    create(request -> request.alertName("mail-11").anomalyDetectorArn(other));
  }

  @Test
  void refusesFiltersThatNameNothingInTheDataset() {
    assertThatThrownBy(
            () -> create(request -> request.alertFilters(filters -> filters.metricList("views"))))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("the detector has no dataset yet");
    lookout.createMetricSet(detector);
    assertThatThrownBy(
            () ->
                create(
                    request ->
                        request.alertFilters(
                            filters ->
                                filters
                                    .metricList("profit")
                                    .dimensionFilterList(Examples.filter("colour", "red")))))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("the dataset sales has no measure profit, no dimension colour");
    assertThatThrownBy(
            () ->
                create(
                    request ->
                        request.alertFilters(
                            filters -> filters.dimensionFilterList(Examples.filter("platform")))))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("needs DimensionName and DimensionValueList");
  }

  @Test
  void changesWhatTheRequestNamesAndNothingElse() {
    lookout.createMetricSet(detector);
    String arn =
        create(
            request ->
                request
                    .alertDescription("old")
                    .alertSensitivityThreshold(50)
                    .alertFilters(filters -> filters.metricList("views")));
    client.updateAlert(request -> request.alertArn(arn).alertSensitivityThreshold(80));
    assertThat(describe(arn).alertSensitivityThreshold()).isEqualTo(80);
    assertThat(describe(arn).alertDescription()).isEqualTo("old");
    assertThat(describe(arn).alertFilters().metricList()).containsExactly("views");
    client.updateAlert(
        request ->
            request
                .alertArn(arn)
                .alertDescription("new")
                .action(Examples.TO_LAMBDA)
                .alertFilters(filters -> {}));
    assertThat(describe(arn).alertDescription()).isEqualTo("new");
    assertThat(describe(arn).alertType()).isEqualTo(AlertType.LAMBDA);
    assertThat(describe(arn).alertFilters()).isNull();
    assertThat(describe(arn).alertSensitivityThreshold()).isEqualTo(80);
    assertThatThrownBy(
            () ->
                client.updateAlert(
                    request ->
                        request.alertArn(arn).alertFilters(filters -> filters.metricList("no"))))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void isGoneWithItsTagsOnceDeleted() {
    String arn = create(request -> request.tags(Map.of("a", "b")));
    client.deleteAlert(request -> request.alertArn(arn));
    assertThatThrownBy(() -> describe(arn)).isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> client.deleteAlert(request -> request.alertArn(arn)))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThat(create(request -> {})).isEqualTo(arn);
    assertThat(client.listTagsForResource(request -> request.resourceArn(arn)).tags()).isEmpty();
  }

  @Test
  void canBeAttachedToABacktest() {
    lookout.setStatus(detector, AnomalyDetectorStatus.BACK_TEST_COMPLETE);
    assertThat(describe(create(request -> {})).alertName()).isEqualTo("mail");
  }

  private String create(Consumer<CreateAlertRequest.Builder> more) {
    CreateAlertRequest.Builder request =
        CreateAlertRequest.builder()
            .alertName("mail")
            .anomalyDetectorArn(detector)
            .action(Examples.SNS);
    more.accept(request);
    return client.createAlert(request.build()).alertArn();
  }

  private static Alert describe(String arn) {
    return client.describeAlert(request -> request.alertArn(arn)).alert();
  }
}
