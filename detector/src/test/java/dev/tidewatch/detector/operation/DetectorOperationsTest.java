package dev.tidewatch.detector.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.ConflictException;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.Frequency;
import software.amazon.awssdk.services.lookoutmetrics.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lookoutmetrics.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationException;

class DetectorOperationsTest extends LookoutTest {
  private static final String KEY =
      "arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012";

  @Test
  void describesWhatWasCreated() {
    String arn =
        client
            .createAnomalyDetector(
                request ->
                    request
                        .anomalyDetectorName("shop")
                        .anomalyDetectorDescription("what is sold")
                        .anomalyDetectorConfig(
                            config -> config.anomalyDetectorFrequency(Frequency.PT1_H))
                        .kmsKeyArn(KEY)
                        .tags(Map.of("Department", "Marketing")))
            .anomalyDetectorArn();
    assertThat(arn).isEqualTo("arn:aws:lookoutmetrics:us-east-1:123456789012:AnomalyDetector:shop");
    DescribeAnomalyDetectorResponse answer = describe(arn);
    assertThat(answer.anomalyDetectorArn()).isEqualTo(arn);
    assertThat(answer.anomalyDetectorName()).isEqualTo("shop");
    assertThat(answer.anomalyDetectorDescription()).isEqualTo("what is sold");
    assertThat(answer.anomalyDetectorConfig().anomalyDetectorFrequency())
        .isEqualTo(Frequency.PT1_H);
    assertThat(answer.status()).isEqualTo(AnomalyDetectorStatus.INACTIVE);
    assertThat(answer.kmsKeyArn()).isEqualTo(KEY);
    assertThat(answer.creationTime()).isEqualTo(LookoutUnderTest.NOW);
    assertThat(answer.lastModificationTime()).isEqualTo(LookoutUnderTest.NOW);
    assertThat(answer.failureReason()).isNull();
    assertThat(client.listTagsForResource(request -> request.resourceArn(arn)).tags())
        .containsExactly(Map.entry("Department", "Marketing"));
  }

  @Test
  void refusesANameThatIsTaken() {
    String arn = lookout.createDetector("shop");
    assertThatThrownBy(() -> lookout.createDetector("shop"))
        .isInstanceOfSatisfying(
            ConflictException.class,
            conflict -> {
              assertThat(conflict.statusCode()).isEqualTo(409);
              assertThat(conflict.resourceId()).isEqualTo(arn);
              assertThat(conflict.resourceType()).isEqualTo("AnomalyDetector");
            });
  }

  @Test
  void refusesTheEleventhDetector() {
    for (int i = 1; i <= 10; i++) {
      lookout.createDetector("shop-" + i);
    }
    assertThatThrownBy(() -> lookout.createDetector("shop-11"))
        .isInstanceOfSatisfying(
            ServiceQuotaExceededException.class,
            excess -> {
              assertThat(excess.statusCode()).isEqualTo(402);
              assertThat(excess.quotaCode()).isEqualTo("detectors");
              assertThat(excess.serviceCode()).isEqualTo("lookoutmetrics");
              assertThat(excess.resourceType()).isEqualTo("AnomalyDetector");
              assertThat(excess).hasMessageContaining("the 10 there may be");
            });
    assertThatThrownBy(() -> lookout.createDetector("shop-1"))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void refusesADetectorWithoutAnInterval() {
    assertThatThrownBy(
            () ->
                client.createAnomalyDetector(
                    request ->
                        request.anomalyDetectorName("shop").anomalyDetectorConfig(config -> {})))
        .isInstanceOfSatisfying(
            ValidationException.class,
            wrong ->
                assertThat(wrong.fields())
                    .extracting(field -> field.name())
                    .containsExactly("AnomalyDetectorConfig.AnomalyDetectorFrequency"));
  }

  @Test
  void refusesTagsThatBreakTheRulesAndCreatesNothing() {
    assertThatThrownBy(
            () ->
                client.createAnomalyDetector(
                    request ->
                        request
                            .anomalyDetectorName("shop")
                            .anomalyDetectorConfig(
                                config -> config.anomalyDetectorFrequency("PT5M"))
                            .tags(Map.of("aws:mine", "x"))))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("begins with aws:, which is reserved");
    assertThat(client.listAnomalyDetectors(all -> {}).anomalyDetectorSummaryList()).isEmpty();
  }

  @Test
  void changesOnlyWhatTheRequestNames() {
    String arn = lookout.createDetector("shop");
    Instant later = Instant.parse("2026-11-21T00:00:00Z");
    lookout.setTime(later);
    assertThat(
            client
                .updateAnomalyDetector(
                    request -> request.anomalyDetectorArn(arn).anomalyDetectorDescription("new"))
                .anomalyDetectorArn())
        .isEqualTo(arn);
    client.updateAnomalyDetector(request -> request.anomalyDetectorArn(arn).kmsKeyArn(KEY));
    DescribeAnomalyDetectorResponse answer = describe(arn);
    assertThat(answer.anomalyDetectorDescription()).isEqualTo("new");
    assertThat(answer.kmsKeyArn()).isEqualTo(KEY);
    assertThat(answer.anomalyDetectorConfig().anomalyDetectorFrequency())
        .isEqualTo(Frequency.PT5_M);
    assertThat(answer.creationTime()).isEqualTo(LookoutUnderTest.NOW);
    assertThat(answer.lastModificationTime()).isEqualTo(later);
  }

  @Test
  void allowsARepeatedUpdateWhileActive() {
    String arn = lookout.createDetector("shop");
    lookout.setStatus(arn, AnomalyDetectorStatus.ACTIVE);
    client.updateAnomalyDetector(
        request ->
            request
                .anomalyDetectorArn(arn)
                .anomalyDetectorConfig(config -> config.anomalyDetectorFrequency("PT5M")));
    assertThatThrownBy(
            () ->
                client.updateAnomalyDetector(
                    request ->
                        request
                            .anomalyDetectorArn(arn)
                            .anomalyDetectorConfig(
                                config -> config.anomalyDetectorFrequency("PT1H"))))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining(
            "AnomalyDetectorConfig cannot be changed while the detector shop is ACTIVE")
        .hasMessageContaining("deactivate it first");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arn:aws:lookoutmetrics:eu-west-1:123456789012:AnomalyDetector:shop",
        "arn:aws:lookoutmetrics:us-east-1:999999999999:AnomalyDetector:shop",
        "arn:aws:lookoutmetrics:us-east-1:123456789012:AnomalyDetector:other",
        "arn:aws:lookoutmetrics:us-east-1:123456789012:Alert:shop"
      })
  void findsNothingUnderOtherNames(String arn) {
    lookout.createDetector("shop");
    assertThatThrownBy(() -> describe(arn))
        .isInstanceOfSatisfying(
            ResourceNotFoundException.class,
            missing -> assertThat(missing.resourceId()).isEqualTo(arn));
  }

  private static DescribeAnomalyDetectorResponse describe(String arn) {
    return client.describeAnomalyDetector(request -> request.anomalyDetectorArn(arn));
  }
}
