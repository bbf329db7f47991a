package dev.tidewatch.localaws.protocol;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service of the protocol AWS JSON 1.1. */
public final class JsonService {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TYPE = "application/x-amz-json-1.1";

  private final String service;
  private final Map<String, Operation> operations;
  private final Calls calls;

  /**
   * @param service IAM's name of it, such as {@code events}
   */
  public JsonService(String service, Map<String, Operation> operations, Calls calls) {
    this.service = requireNonNull(service, "service");
    this.operations = Map.copyOf(operations);
    this.calls = requireNonNull(calls, "calls");
  }

  public Reply answer(Request request) {
    String target = request.header("x-amz-target").orElse("");
    String action = target.substring(target.indexOf('.') + 1);
    try {
      return calls.serve(new Call(service, action), () -> done(action, request));
    } catch (AwsException refused) {
      return reply(
          refused.status(),
          JsonNodeFactory.instance
              .objectNode()
              .put("__type", code(refused.code()))
              .put("message", refused.text()));
    }
  }

  private Reply done(String action, Request request) {
    @Nullable Operation operation = operations.get(action);
    if (operation == null) {
      throw new AwsException(
          400,
          "UnknownOperationException",
          "The operation " + action + " is not served by this local " + service + ".");
    }
    try {
      Input input = new Input(JSON.readTree(request.body()), "ValidationException");
      return reply(200, operation.answer(input));
    } catch (IOException broken) {
      throw new AwsException(400, "SerializationException", "not JSON: " + broken.getMessage());
    }
  }

  // What befalls every service bears the longer name here.
  private static String code(String code) {
    return code.endsWith("Exception") ? code : code + "Exception";
  }

  private static Reply reply(int status, JsonNode body) {
    return new Reply(
        status, TYPE, body.toString(), Map.of("x-amzn-RequestId", UUID.randomUUID().toString()));
  }
}
