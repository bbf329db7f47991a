package dev.tidewatch.detector.audit;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.detector.access.Caller;
import dev.tidewatch.detector.catalog.Account;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A call that was to change something.
 *
 * @param request as it was sent, in the API's names; nothing where it could not be read
 * @param outcome what was answered
 */
public record AuditEntry(
    Instant time,
    String operation,
    Caller caller,
    String address,
    String requestId,
    Optional<ObjectNode> request,
    Outcome outcome) {
  /** Longer ones are left out: nobody fills the disk with them. */
  private static final int MOST_PARAMETERS = 20_000;

  private static final String ARN = ":lookoutmetrics:";

  /**
   * How a call ended.
   *
   * @param error its name and its sentence; none when the change was made
   * @param answer what the change came to, such as the new resource's ARN
   */
  public record Outcome(Optional<Refused> error, Optional<ObjectNode> answer) {
    public Outcome {
      requireNonNull(error, "error");
      requireNonNull(answer, "answer");
    }

    public static Outcome done(ObjectNode answer) {
      return new Outcome(Optional.empty(), Optional.of(answer));
    }

    public static Outcome refused(String name, String message) {
      return new Outcome(Optional.of(new Refused(name, message)), Optional.empty());
    }
  }

  /** Why nothing was changed. */
  public record Refused(String name, String message) {
    public Refused {
      requireNonNull(name, "name");
      requireNonNull(message, "message");
    }
  }

  public AuditEntry {
    requireNonNull(time, "time");
    requireNonNull(operation, "operation");
    requireNonNull(caller, "caller");
    requireNonNull(address, "address");
    requireNonNull(requestId, "requestId");
    requireNonNull(request, "request");
    requireNonNull(outcome, "outcome");
  }

  /** Whether an operation changes something, so that it is to be written down. */
  public static boolean changes(String operation) {
    return !operation.startsWith("List")
        && !operation.startsWith("Describe")
        && !operation.startsWith("Get")
        && !operation.startsWith("Detect");
  }

  /** As CloudTrail records a call; the role stands where it has a user's name. */
  ObjectNode json(Account account) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("eventVersion", "1.08");
    event
        .putObject("userIdentity")
        .put("type", "IAMUser")
        .put("accountId", account.accountId())
        .put("accessKeyId", caller.keyId())
        .put("userName", caller.role().label());
    event
        .put("eventTime", time.truncatedTo(ChronoUnit.SECONDS).toString())
        .put("eventSource", "lookoutmetrics.amazonaws.com")
        .put("eventName", operation)
        .put("awsRegion", account.region())
        .put("sourceIPAddress", address);
    outcome
        .error()
        .ifPresent(
            error -> event.put("errorCode", error.name()).put("errorMessage", error.message()));
    event.set("requestParameters", bounded(request));
    event.set("responseElements", bounded(outcome.answer()));
    event.put("requestID", requestId).put("readOnly", false).put("eventType", "AwsApiCall");
    ArrayNode resources = event.putArray("resources");
    arns().forEach(arn -> resources.addObject().put("ARN", arn));
    return event;
  }

  private static JsonNode bounded(Optional<ObjectNode> node) {
    if (node.isEmpty() || node.get().isEmpty()) {
      return JsonNodeFactory.instance.nullNode();
    }
    int length = node.get().toString().length();
    return length <= MOST_PARAMETERS
        ? node.get()
        : JsonNodeFactory.instance.objectNode().put("omitted", length + " characters");
  }

  /** This service's resources that are named in the request or its answer. */
  private Set<String> arns() {
    Set<String> arns = new LinkedHashSet<>();
    request.ifPresent(node -> addArns(node, arns));
    outcome.answer().ifPresent(node -> addArns(node, arns));
    return arns;
  }

  private static void addArns(ObjectNode node, Set<String> arns) {
    node.forEach(
        value -> {
          if (value.isTextual() && value.textValue().contains(ARN)) {
            arns.add(value.textValue());
          }
        });
  }
}
