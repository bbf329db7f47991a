package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationExceptionField;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationExceptionReason;

/**
 * A refusal the client understands: the exact name, the status and the members of appendix A.4. It
 * carries no stack trace, for it is an answer and not a fault.
 */
public final class ApiError extends RuntimeException {
  private static final String SERVICE_CODE = "lookoutmetrics";

  private final String type;
  private final int status;
  private final transient ObjectNode body;

  private ApiError(String type, int status, String message, ObjectNode more) {
    super(message, null, false, false);
    this.type = type;
    this.status = status;
    this.body = JsonNodeFactory.instance.objectNode().put("__type", type).put("Message", message);
    this.body.setAll(more);
  }

  private ApiError(ErrorType type, String message, Map<String, String> members) {
    this(type.wireName(), type.status(), message, object(members));
  }

  /** All of these members are wrong. */
  public static ApiError validation(List<ValidationExceptionField> fields) {
    String told =
        fields.stream()
            .map(field -> field.name() + ": " + field.message())
            .collect(Collectors.joining(" | "));
    String count = fields.size() == 1 ? "1 validation error" : fields.size() + " validation errors";
    return validation(
        ValidationExceptionReason.FIELD_VALIDATION_FAILED, count + " detected: " + told, fields);
  }

  /** This one member is wrong; its name is a path such as {@code MetricList[0].MetricName}. */
  public static ApiError validation(String field, String message) {
    return validation(
        List.of(ValidationExceptionField.builder().name(field).message(message).build()));
  }

  /** The request is wrong as a whole. */
  public static ApiError validation(ValidationExceptionReason reason, String message) {
    return validation(reason, message, List.of());
  }

  public static ApiError validation(
      ValidationExceptionReason reason, String message, List<ValidationExceptionField> fields) {
    return new ApiError(
        ErrorType.VALIDATION.wireName(),
        ErrorType.VALIDATION.status(),
        message,
        details(reason, fields));
  }

  /** A request too large to be read: a ValidationException by name, 413 by status. */
  public static ApiError tooLarge(String message) {
    return new ApiError(
        ErrorType.VALIDATION.wireName(),
        413,
        message,
        details(ValidationExceptionReason.OTHER, List.of()));
  }

  /** No HTTP that can be read: a ValidationException by name, with the status HTTP has for it. */
  public static ApiError unreadable(int status, String message) {
    return new ApiError(
        ErrorType.VALIDATION.wireName(),
        status,
        message,
        details(ValidationExceptionReason.CANNOT_PARSE, List.of()));
  }

  public static ApiError notFound(String resourceType, String resourceId) {
    return new ApiError(
        ErrorType.RESOURCE_NOT_FOUND,
        "There is no " + resourceType + " " + resourceId + ".",
        Map.of("ResourceId", resourceId, "ResourceType", resourceType));
  }

  public static ApiError conflict(String message, String resourceType, String resourceId) {
    return new ApiError(
        ErrorType.CONFLICT,
        message,
        Map.of("ResourceId", resourceId, "ResourceType", resourceType));
  }

  public static ApiError quotaExceeded(
      String message, String quotaCode, String resourceType, String resourceId) {
    return new ApiError(
        ErrorType.SERVICE_QUOTA_EXCEEDED,
        message,
        Map.of(
            "ResourceId", resourceId,
            "ResourceType", resourceType,
            "QuotaCode", quotaCode,
            "ServiceCode", SERVICE_CODE));
  }

  public static ApiError tooManyRequests(String message) {
    return new ApiError(ErrorType.TOO_MANY_REQUESTS, message, Map.of());
  }

  public static ApiError accessDenied(String message) {
    return new ApiError(ErrorType.ACCESS_DENIED, message, Map.of());
  }

  /** A fault of the server: its log says more under the request's id, the answer does not. */
  public static ApiError internal(String requestId) {
    return new ApiError(
        ErrorType.INTERNAL_SERVER,
        "The server failed on this request. Its log says why, under request id " + requestId + ".",
        Map.of());
  }

  public static ApiError unknownOperation(String message) {
    return new ApiError(ErrorType.UNKNOWN_OPERATION, message, Map.of());
  }

  /** Refused at the door, in words of its own: AWS names errors there that are not in the model. */
  public static ApiError refused(String type, int status, String message) {
    return new ApiError(type, status, message, JsonNodeFactory.instance.objectNode());
  }

  /** The plain name, as {@code __type} and the header {@code x-amzn-ErrorType} carry it. */
  public String type() {
    return type;
  }

  public int status() {
    return status;
  }

  public ObjectNode body() {
    return body.deepCopy();
  }

  private static ObjectNode details(
      ValidationExceptionReason reason, List<ValidationExceptionField> fields) {
    ObjectNode details = JsonNodeFactory.instance.objectNode().put("Reason", reason.toString());
    if (!fields.isEmpty()) {
      var list = details.putArray("Fields");
      fields.forEach(field -> list.add(SdkJson.write(field)));
    }
    return details;
  }

  private static ObjectNode object(Map<String, String> members) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    members.forEach(object::put);
    return object;
  }
}
