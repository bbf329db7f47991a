package dev.tidewatch.detector.audit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * A line of the audit log, read again.
 *
 * @param call what it tells; nothing when a power cut tore it: it is evidence all the same
 */
public record AuditLine(Optional<Call> call) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AuditLine TORN = new AuditLine(Optional.empty());

  /**
   * A call that was to change something.
   *
   * @param keyId the access key, or {@code console/} and a name
   * @param role what the caller might do then
   * @param address where the call came from
   * @param request as it was sent, JSON; empty when nothing was said
   * @param error why nothing was changed, its name and its sentence; empty when it was done
   */
  public record Call(
      Instant time,
      String operation,
      String keyId,
      String role,
      String address,
      String request,
      String error) {
    public Call {
      requireNonNull(time, "time");
      requireNonNull(operation, "operation");
      requireNonNull(keyId, "keyId");
      requireNonNull(role, "role");
      requireNonNull(address, "address");
      requireNonNull(request, "request");
      requireNonNull(error, "error");
    }

    public boolean isDone() {
      return error.isEmpty();
    }
  }

  public AuditLine {
    requireNonNull(call, "call");
  }

  static AuditLine of(String text) {
    try {
      JsonNode event = JSON.readTree(text);
      return new AuditLine(Optional.of(call(event)));
    } catch (JsonProcessingException | DateTimeException torn) {
      return TORN;
    }
  }

  private static Call call(JsonNode event) {
    JsonNode request = event.path("requestParameters");
    String error = event.path("errorCode").asText();
    return new Call(
        Instant.parse(event.path("eventTime").asText()),
        event.path("eventName").asText(),
        event.at("/userIdentity/accessKeyId").asText(),
        event.at("/userIdentity/userName").asText(),
        event.path("sourceIPAddress").asText(),
        request.isObject() ? request.toString() : "",
        error.isEmpty() ? "" : error + ": " + event.path("errorMessage").asText());
  }
}
