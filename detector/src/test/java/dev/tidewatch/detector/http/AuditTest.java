package dev.tidewatch.detector.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.audit.AuditEntry;
import dev.tidewatch.detector.wire.ApiError;
import dev.tidewatch.detector.wire.OperationModel;
import dev.tidewatch.detector.wire.ServiceModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditTest {
  private static final String REQUEST =
      "{\"AlertArn\":\"arn:aws:lookoutmetrics:us-east-1:123456789012:Alert:a\"}";

  private final TestServer server = new TestServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void everyOperationThatChangesSomethingIsWrittenDown() {
    assertThat(ServiceModel.load().operations())
        .extracting(OperationModel::name)
        .filteredOn(AuditEntry::changes)
        .containsExactlyInAnyOrder(
            "ActivateAnomalyDetector",
            "BackTestAnomalyDetector",
            "CreateAlert",
            "CreateAnomalyDetector",
            "CreateMetricSet",
            "DeactivateAnomalyDetector",
            "DeleteAlert",
            "DeleteAnomalyDetector",
            "PutFeedback",
            "TagResource",
            "UntagResource",
            "UpdateAlert",
            "UpdateAnomalyDetector",
            "UpdateMetricSet");
  }

  @Test
  void tellsWhoAskedForWhatAndWhatCameOfIt() throws Exception {
    try (RawClient client = new RawClient(server.port())) {
      client.post("/DeleteAlert", REQUEST);
      AuditEntry done = server.audit.remove();
      assertThat(done.caller()).isEqualTo(TestServer.CALLER);
      assertThat(done.operation()).isEqualTo("DeleteAlert");
      assertThat(done.request().orElseThrow()).hasToString(REQUEST);
      assertThat(done.outcome().error()).isEmpty();

      client.post("/DeleteAlert", "{}");
      assertThat(server.audit.remove().outcome().error().orElseThrow().name())
          .isEqualTo("ValidationException");

      client.post("/ListAlerts", "{}");
      assertThat(server.audit).isEmpty();
    }
  }

  @Test
  void whoIsNotKnownFillsNoDisk() throws Exception {
    server.admission =
        (request, operation, remote) -> {
          throw ApiError.accessDenied("no");
        };
    try (RawClient client = new RawClient(server.port())) {
      client.post("/DeleteAlert", REQUEST);
    }
    assertThat(server.audit).isEmpty();
  }
}
