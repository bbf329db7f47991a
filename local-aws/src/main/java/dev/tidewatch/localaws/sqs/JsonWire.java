package dev.tidewatch.localaws.sqs;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.localaws.protocol.AwsException;
import dev.tidewatch.localaws.protocol.Call;
import dev.tidewatch.localaws.protocol.Calls;
import dev.tidewatch.localaws.protocol.Reply;
import dev.tidewatch.localaws.protocol.Request;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;

/** AWS JSON 1.0, which newer clients speak. */
final class JsonWire {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TYPE = "application/x-amz-json-1.0";

  private final Operations operations;
  private final Calls calls;

  JsonWire(Operations operations, Calls calls) {
    this.operations = requireNonNull(operations, "operations");
    this.calls = requireNonNull(calls, "calls");
  }

  Reply answer(String target, Request request) {
    try {
      String action = target.substring(target.indexOf('.') + 1);
      return calls.serve(
          new Call("sqs", action),
          () -> reply(200, operations.call(action, parse(request.body())).toString(), Map.of()));
    } catch (AwsException refused) {
      return error(refused);
    }
  }

  private static JsonNode parse(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException broken) {
      throw SqsError.INVALID_PARAMETER_VALUE.because(
          "the request is not JSON: " + broken.getMessage());
    }
  }

  private static Reply error(AwsException refused) {
    String body =
        JSON.createObjectNode()
            .put("__type", "com.amazonaws.sqs#" + refused.code())
            .put("message", refused.text())
            .toString();
    // Clients of the Query age know errors by their older names.
    return reply(
        refused.status(),
        body,
        Map.of("x-amzn-query-error", SqsError.queryName(refused.code()) + ";Sender"));
  }

  private static Reply reply(int status, String body, Map<String, String> headers) {
    Map<String, String> all = new java.util.HashMap<>(headers);
    all.put("x-amzn-RequestId", UUID.randomUUID().toString());
    return new Reply(status, TYPE, body, all);
  }
}
