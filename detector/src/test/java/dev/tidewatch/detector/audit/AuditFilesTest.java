package dev.tidewatch.detector.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.access.Role;
import dev.tidewatch.detector.audit.AuditEntry.Outcome;
import dev.tidewatch.detector.catalog.Account;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFilesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String ARN =
      "arn:aws:lookoutmetrics:us-east-1:123456789012:AnomalyDetector:shop";

  @TempDir Path folder;

  private AuditFiles files() {
    return new AuditFiles(folder.resolve("audit"), Account.EXAMPLE);
  }

  private static AuditEntry entry(Instant time, ObjectNode request, Outcome outcome) {
    return new AuditEntry(
        time,
        "DeleteAnomalyDetector",
        new Caller("AKIDEXAMPLE", Role.ADMIN),
        "127.0.0.1",
        "r-1",
        Optional.of(request),
        outcome);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static AuditEntry done(Instant time) {
    return entry(time, object().put("AnomalyDetectorArn", ARN), Outcome.done(object()));
  }

  private List<String> lines(Instant since) {
    List<String> lines = new ArrayList<>();
    AuditFiles.read(folder.resolve("audit"), since, lines::add);
    return lines;
  }

  @Test
  void aLineIsAsCloudTrailsIs() throws Exception {
    files().write(done(NOON));

    JsonNode line = new ObjectMapper().readTree(lines(NOON).get(0));
    assertThat(line.get("eventSource").asText()).isEqualTo("lookoutmetrics.amazonaws.com");
    assertThat(line.get("eventName").asText()).isEqualTo("DeleteAnomalyDetector");
    assertThat(line.get("eventTime").asText()).isEqualTo("2026-03-02T12:00:00Z");
    assertThat(line.at("/userIdentity/accessKeyId").asText()).isEqualTo("AKIDEXAMPLE");
    assertThat(line.at("/userIdentity/userName").asText()).isEqualTo("admin");
    assertThat(line.at("/requestParameters/AnomalyDetectorArn").asText()).isEqualTo(ARN);
    assertThat(line.at("/resources/0/ARN").asText()).isEqualTo(ARN);
    assertThat(line.has("errorCode")).isFalse();
  }

  @Test
  void aRefusalIsToldAndWhatIsTooLongLeftOut() throws Exception {
    files()
        .write(
            entry(
                NOON,
                object().put("AlertDescription", "x".repeat(30_000)),
                Outcome.refused("ConflictException", "It is ACTIVE.")));

    JsonNode line = new ObjectMapper().readTree(lines(NOON).get(0));
    assertThat(line.get("errorCode").asText()).isEqualTo("ConflictException");
    assertThat(line.at("/requestParameters/omitted").asText()).endsWith("characters");
  }

  @Test
  void isOnlyAddedToAndReadFromATimeOn() {
    files().write(done(NOON));
    files().write(done(NOON.plusSeconds(1)));
    files().write(done(NOON.plusSeconds(86_400)));

    assertThat(lines(Instant.EPOCH)).hasSize(3);
    assertThat(lines(NOON.plusSeconds(1))).hasSize(2);
    assertThat(lines(NOON.plusSeconds(90_000))).isEmpty();
  }

  @Test
  void aLineAfterATornOneIsWhole() throws Exception {
    files().write(done(NOON));
    Files.writeString(
        folder.resolve("audit/audit-2026-03-02.jsonl"), "{\"eventVer", StandardOpenOption.APPEND);
    files().write(done(NOON.plusSeconds(1)));

    assertThat(lines(NOON)).hasSize(3).element(1).isEqualTo("{\"eventVer");
  }

  @Test
  void forgetsDaysThatAreTooOldAndNobodyElseReadsIt() throws Exception {
    AuditFiles files = files();
    files.write(done(NOON.minusSeconds(401L * 86_400)));
    files.write(done(NOON.minusSeconds(400L * 86_400)));
    files.write(done(NOON));

    assertThat(lines(Instant.EPOCH)).hasSize(2);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("audit/audit-2026-03-02.jsonl"))))
        .isEqualTo("rw-------");
  }
}
