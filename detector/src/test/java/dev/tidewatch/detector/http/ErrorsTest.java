package dev.tidewatch.detector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tidewatch.detector.wire.ApiError;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;
import software.amazon.awssdk.services.lookoutmetrics.model.AccessDeniedException;
import software.amazon.awssdk.services.lookoutmetrics.model.ConflictException;
import software.amazon.awssdk.services.lookoutmetrics.model.InternalServerException;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsException;
import software.amazon.awssdk.services.lookoutmetrics.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lookoutmetrics.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.lookoutmetrics.model.TooManyRequestsException;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationException;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationExceptionReason;

class ErrorsTest {
  private static TestServer server;
  private static LookoutMetricsClient client;

  @BeforeAll
  static void start() {
    server = new TestServer();
    client = server.client();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @Test
  void notFoundIsA400WithTheResource() {
    var error =
        thrown(ResourceNotFoundException.class, ApiError.notFound("AnomalyDetector", "arn:x"));

    assertThat(error.statusCode()).isEqualTo(400);
    assertThat(error.resourceType()).isEqualTo("AnomalyDetector");
    assertThat(error.resourceId()).isEqualTo("arn:x");
    assertThat(error.awsErrorDetails().errorMessage())
        .isEqualTo("There is no AnomalyDetector arn:x.");
  }

  @Test
  void conflictIsA409() {
    var error =
        thrown(ConflictException.class, ApiError.conflict("It is active.", "Alert", "arn:y"));

    assertThat(error.statusCode()).isEqualTo(409);
    assertThat(error.resourceId()).isEqualTo("arn:y");
  }

  @Test
  void quotaIsA402WithItsCode() {
    var error =
        thrown(
            ServiceQuotaExceededException.class,
            ApiError.quotaExceeded("10 at most.", "L-1", "Alert", "arn:z"));

    assertThat(error.statusCode()).isEqualTo(402);
    assertThat(error.quotaCode()).isEqualTo("L-1");
    assertThat(error.serviceCode()).isEqualTo("lookoutmetrics");
  }

  @Test
  void accessDeniedIsA403() {
    assertThat(thrown(AccessDeniedException.class, ApiError.accessDenied("No.")).statusCode())
        .isEqualTo(403);
  }

  @Test
  void tooManyRequestsIsA429() {
    assertThat(
            thrown(TooManyRequestsException.class, ApiError.tooManyRequests("Wait.")).statusCode())
        .isEqualTo(429);
  }

  @Test
  void validationNamesReasonAndFields() {
    var error =
        thrown(ValidationException.class, ApiError.validation("Offset", "is out of reach."));

    assertThat(error.statusCode()).isEqualTo(400);
    assertThat(error.reason()).isEqualTo(ValidationExceptionReason.FIELD_VALIDATION_FAILED);
    assertThat(error.fields())
        .extracting("name", "message")
        .hasSize(1)
        .first()
        .isEqualTo(org.assertj.core.groups.Tuple.tuple("Offset", "is out of reach."));
  }

  @Test
  void whatNobodyExpectedTellsItsRequestIdAndNothingElse() {
    server.answer =
        (operation, request) -> {
          throw new IllegalStateException("password of the database");
        };
    var error =
        catchThrowableOfType(InternalServerException.class, () -> client.listAlerts(request -> {}));

    assertThat(error.statusCode()).isEqualTo(500);
    assertThat(error.requestId()).hasSize(36);
    assertThat(error.awsErrorDetails().errorMessage())
        .isEqualTo(
            "The server failed on this request. Its log says why, under request id "
                + error.requestId()
                + ".");
  }

  @Test
  void theSdkReadsWhatTheModelForbids() {
    var error =
        catchThrowableOfType(
            ValidationException.class,
            () ->
                client.createAlert(
                    request ->
                        request
                            .alertName("-")
                            .action(action -> action.snsConfiguration(sns -> sns.roleArn("x")))));

    assertThat(error.fields())
        .extracting(field -> field.name())
        .isEqualTo(
            List.of(
                "AlertName",
                "AnomalyDetectorArn",
                "Action.SNSConfiguration.RoleArn",
                "Action.SNSConfiguration.SnsTopicArn"));
  }

  private static <E extends LookoutMetricsException> E thrown(Class<E> type, ApiError error) {
    server.answer =
        (operation, request) -> {
          throw error;
        };
    return catchThrowableOfType(type, () -> client.listAlerts(request -> {}));
  }
}
