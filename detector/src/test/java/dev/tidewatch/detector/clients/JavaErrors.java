package dev.tidewatch.detector.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AccessDeniedException;
import software.amazon.awssdk.services.lookoutmetrics.model.ConflictException;
import software.amazon.awssdk.services.lookoutmetrics.model.Frequency;
import software.amazon.awssdk.services.lookoutmetrics.model.InternalServerException;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsException;
import software.amazon.awssdk.services.lookoutmetrics.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lookoutmetrics.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.lookoutmetrics.model.TooManyRequestsException;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationException;

/** Each of the model's errors, as the SDK's own class, with status, message and members. */
final class JavaErrors {
  private static final int MANY = 40;

  private final LookoutMetricsClient admin;
  private final LookoutMetricsClient viewer;
  private final LookoutMetricsClient strict;
  private final LookoutMetricsClient busy;
  private final Checks checks;
  private final JavaDetectors detectors;

  JavaErrors(
      LookoutMetricsClient admin,
      LookoutMetricsClient viewer,
      LookoutMetricsClient strict,
      LookoutMetricsClient busy,
      Checks checks,
      JavaDetectors detectors) {
    this.admin = admin;
    this.viewer = viewer;
    this.strict = strict;
    this.busy = busy;
    this.checks = checks;
    this.detectors = detectors;
  }

  void provoke() {
    String detector = detectors.backtest();
    provoke(
        AccessDeniedException.class,
        403,
        () -> viewer.deleteAnomalyDetector(r -> r.anomalyDetectorArn(detector)),
        error -> {});
    provoke(
        ConflictException.class,
        409,
        () ->
            admin.createAnomalyDetector(
                r ->
                    r.anomalyDetectorName("java-backtest")
                        .anomalyDetectorConfig(c -> c.anomalyDetectorFrequency(Frequency.PT1_H))),
        error -> assertThat(error.resourceId()).isEqualTo(detector));
    provoke(
        ResourceNotFoundException.class,
        400,
        () -> admin.describeAnomalyDetector(r -> r.anomalyDetectorArn(detector + "-not")),
        error -> assertThat(error.resourceId()).isEqualTo(detector + "-not"));
    provoke(
        ServiceQuotaExceededException.class,
        402,
        detectors::addAnotherDataset,
        error -> assertThat(error.quotaCode()).isNotEmpty());
    provoke(
        ValidationException.class,
        400,
        () -> admin.createAlert(r -> r.alertName("-")),
        error ->
            assertThat(error.fields())
                .extracting("name")
                .contains("AlertName", "AnomalyDetectorArn", "Action"));
    provoke(InternalServerException.class, 500, () -> strict.listAlerts(r -> {}), error -> {});
    provoke(
        TooManyRequestsException.class,
        429,
        () -> {
          for (int i = 0; i < MANY; i++) {
            busy.listAnomalyDetectors(r -> {});
          }
        },
        error -> {});
  }

  private <E extends LookoutMetricsException> void provoke(
      Class<E> type, int status, ThrowingCallable call, Consumer<E> more) {
    checks.check(
        "error",
        type.getSimpleName(),
        () -> {
          E error = catchThrowableOfType(type, call);
          assertThat(error).isNotNull();
          assertThat(error.statusCode()).isEqualTo(status);
          assertThat(error.awsErrorDetails().errorMessage()).isNotEmpty();
          assertThat(error.requestId()).isNotEmpty();
          more.accept(error);
        });
  }
}
