package dev.tidewatch.detector.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.detector.catalog.Failure;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorFailureType;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.ConflictException;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsException;
import software.amazon.awssdk.services.lookoutmetrics.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationException;

class CallsInEveryStateTest extends LookoutTest {
  /** What a call answers in each state: done, or the status and the error it is refused with. */
  private static final String TABLE =
      """
      state                 Activate  BackTest  Deactivate  Delete  Describe  Describing  Key   Dataset  Offset  Measures  Alert
      INACTIVE              done      400 V     409 C       done    done      done        done  402 S    done    done      done
      ACTIVATING            409 C     400 V     409 C       409 C   done      done        400 V 402 S    done    400 V     done
      LEARNING              409 C     400 V     done        done    done      done        400 V 402 S    done    400 V     done
      ACTIVE                409 C     400 V     done        done    done      done        400 V 402 S    done    400 V     done
      DEACTIVATING          409 C     400 V     409 C       409 C   done      done        400 V 402 S    done    400 V     done
      DEACTIVATED           done      400 V     409 C       done    done      done        done  402 S    done    done      done
      BACK_TEST_ACTIVATING  409 C     400 V     409 C       409 C   done      done        400 V 402 S    done    400 V     done
      BACK_TEST_ACTIVE      409 C     400 V     409 C       409 C   done      done        400 V 402 S    done    400 V     done
      BACK_TEST_COMPLETE    409 C     400 V     409 C       done    done      done        400 V 402 S    done    400 V     done
      FAILED                done      400 V     409 C       done    done      done        400 V 402 S    done    done      done
      DELETING              409 C     400 V     409 C       409 C   done      400 V       400 V 402 S    400 V   400 V     409 C
      """;

  private static final String KEY =
      "arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012";

  @Test
  void answersAsTheTableSays() {
    String said =
        TABLE
            .lines()
            .skip(1)
            .map(line -> line.split(" +")[0])
            .map(state -> state + " " + answers(state))
            .collect(Collectors.joining("\n"));
    assertThat(said)
        .isEqualTo(
            TABLE
                .lines()
                .skip(1)
                .map(CallsInEveryStateTest::narrow)
                .collect(Collectors.joining("\n")));
  }

  private static String narrow(String line) {
    return line.strip().replaceAll(" +", " ");
  }

  private static String answers(String state) {
    return Stream.<CallOnDetector>of(
            arn -> client.activateAnomalyDetector(request -> request.anomalyDetectorArn(arn)),
            arn -> client.backTestAnomalyDetector(request -> request.anomalyDetectorArn(arn)),
            arn -> client.deactivateAnomalyDetector(request -> request.anomalyDetectorArn(arn)),
            arn -> client.deleteAnomalyDetector(request -> request.anomalyDetectorArn(arn)),
            arn -> client.describeAnomalyDetector(request -> request.anomalyDetectorArn(arn)),
            arn ->
                client.updateAnomalyDetector(
                    request ->
                        request.anomalyDetectorArn(arn).anomalyDetectorDescription("changed")),
            arn ->
                client.updateAnomalyDetector(
                    request -> request.anomalyDetectorArn(arn).kmsKeyArn(KEY)),
            arn ->
                client.createMetricSet(Examples.continuous(arn).metricSetName("another").build()),
            arn ->
                client.updateMetricSet(request -> request.metricSetArn(dataset(arn)).offset(120)),
            arn ->
                client.updateMetricSet(
                    request ->
                        request.metricSetArn(dataset(arn)).metricList(Examples.measure("views"))),
            arn ->
                client.createAlert(
                    request ->
                        request.alertName("mail").anomalyDetectorArn(arn).action(Examples.SNS)))
        .map(call -> answer(state, call))
        .collect(Collectors.joining(" "));
  }

  private interface CallOnDetector {
    void on(String detectorArn);
  }

  private static String answer(String state, CallOnDetector call) {
    lookout.forgetAll();
    String arn = lookout.createDetector("shop");
    lookout.createMetricSet(arn);
    put(arn, state);
    try {
      call.on(arn);
      return "done";
    } catch (LookoutMetricsException e) {
      return e.statusCode() + " " + e.awsErrorDetails().errorCode().charAt(0);
    }
  }

  private static void put(String arn, String state) {
    if (state.equals("FAILED")) {
      lookout.fail(arn, new Failure(AnomalyDetectorFailureType.ACTIVATION_FAILURE, "no bucket"));
    } else {
      lookout.setStatus(arn, AnomalyDetectorStatus.fromValue(state));
    }
  }

  private static String dataset(String detectorArn) {
    return lookout.names.metricSet(lookout.find(detectorArn).name(), "sales");
  }

  @Test
  void setsTheStateBeforeTheWorkBegins() {
    String arn = lookout.createDetector("shop");
    lookout.createMetricSet(arn);
    long id = lookout.find(arn).id();
    client.activateAnomalyDetector(request -> request.anomalyDetectorArn(arn));
    assertThat(status(arn)).isEqualTo(AnomalyDetectorStatus.ACTIVATING);
    lookout.setStatus(arn, AnomalyDetectorStatus.ACTIVE);
    client.deactivateAnomalyDetector(request -> request.anomalyDetectorArn(arn));
    assertThat(status(arn)).isEqualTo(AnomalyDetectorStatus.DEACTIVATING);
    lookout.setStatus(arn, AnomalyDetectorStatus.INACTIVE);
    client.deleteAnomalyDetector(request -> request.anomalyDetectorArn(arn));
    assertThat(status(arn)).isEqualTo(AnomalyDetectorStatus.DELETING);
    assertThat(lookout.activation.calls)
        .containsExactly("activate " + id, "deactivate " + id, "delete " + id);
  }

  @Test
  void backtestsADatasetOfHistoryOnly() {
    String arn = lookout.createDetector("shop");
    lookout.createMetricSet(Examples.backTest(arn));
    assertThatThrownBy(
            () -> client.activateAnomalyDetector(request -> request.anomalyDetectorArn(arn)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("has history only and is for a backtest");
    client.backTestAnomalyDetector(request -> request.anomalyDetectorArn(arn));
    assertThat(status(arn)).isEqualTo(AnomalyDetectorStatus.BACK_TEST_ACTIVATING);
    assertThat(lookout.activation.calls).containsExactly("backTest " + lookout.find(arn).id());
  }

  @Test
  void neverActivatesWhatWasBacktested() {
    String arn = lookout.createDetector("shop");
    lookout.createMetricSet(Examples.backTest(arn));
    lookout.setStatus(arn, AnomalyDetectorStatus.BACK_TEST_COMPLETE);
    assertThatThrownBy(
            () -> client.activateAnomalyDetector(request -> request.anomalyDetectorArn(arn)))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("The detector shop is BACK_TEST_COMPLETE");
  }

  @Test
  void refusesToBeginWithoutADataset() {
    String arn = lookout.createDetector("shop");
    assertThatThrownBy(
            () -> client.activateAnomalyDetector(request -> request.anomalyDetectorArn(arn)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("has no dataset yet: call CreateMetricSet first");
    assertThatThrownBy(
            () -> client.backTestAnomalyDetector(request -> request.anomalyDetectorArn(arn)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("has no dataset yet");
    assertThat(lookout.activation.calls).isEmpty();
  }

  @Test
  void tellsWhyADetectorFailed() {
    String arn = lookout.createDetector("shop");
    lookout.fail(
        arn, new Failure(AnomalyDetectorFailureType.BACK_TEST_ACTIVATION_FAILURE, "too few"));
    DescribeAnomalyDetectorResponse answer =
        client.describeAnomalyDetector(request -> request.anomalyDetectorArn(arn));
    assertThat(answer.failureType())
        .isEqualTo(AnomalyDetectorFailureType.BACK_TEST_ACTIVATION_FAILURE);
    assertThat(answer.failureReason()).isEqualTo("too few");
    assertThatThrownBy(
            () -> client.activateAnomalyDetector(request -> request.anomalyDetectorArn(arn)))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("delete it and create it again");
  }

  @Test
  void isNotFoundOnceItIsGoneWithAllThatBelongedToIt() {
    String arn = lookout.createDetector("shop");
    String dataset = lookout.createMetricSet(arn);
    String alert =
        client
            .createAlert(
                request -> request.alertName("mail").anomalyDetectorArn(arn).action(Examples.SNS))
            .alertArn();
    client.deleteAnomalyDetector(request -> request.anomalyDetectorArn(arn));
    lookout.finishDeletion(arn);
    assertThatThrownBy(
            () -> client.describeAnomalyDetector(request -> request.anomalyDetectorArn(arn)))
        .isInstanceOfSatisfying(
            ResourceNotFoundException.class,
            missing -> {
              assertThat(missing.statusCode()).isEqualTo(400);
              assertThat(missing.resourceId()).isEqualTo(arn);
              assertThat(missing.resourceType()).isEqualTo("AnomalyDetector");
            });
    assertThatThrownBy(() -> client.describeMetricSet(request -> request.metricSetArn(dataset)))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> client.describeAlert(request -> request.alertArn(alert)))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> client.listTagsForResource(request -> request.resourceArn(alert)))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThat(lookout.createDetector("shop")).isEqualTo(arn);
  }

  private static AnomalyDetectorStatus status(String arn) {
    return client.describeAnomalyDetector(request -> request.anomalyDetectorArn(arn)).status();
  }
}
