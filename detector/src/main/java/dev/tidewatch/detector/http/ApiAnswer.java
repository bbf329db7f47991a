package dev.tidewatch.detector.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.detector.wire.ApiError;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** An answer as AWS gives it (contract, section 3.2), under an id that the log knows too. */
final class ApiAnswer {
  private static final int NO_CONTENT = 204;

  private final Context context;
  private final String requestId = UUID.randomUUID().toString();

  ApiAnswer(Context context) {
    this.context = context;
    context.header("x-amzn-RequestId", requestId).header("Cache-Control", "no-store");
  }

  String requestId() {
    return requestId;
  }

  int status() {
    return context.statusCode();
  }

  void succeed(int status, ObjectNode document) {
    context.status(status);
    if (status == NO_CONTENT) {
      context.res().setContentType(null);
    } else {
      send(document);
    }
  }

  void refuse(ApiError error) {
    context.status(error.status()).header("x-amzn-ErrorType", error.type());
    send(error.body());
  }

  private void send(ObjectNode document) {
    context
        .contentType("application/json")
        .result(document.toString().getBytes(StandardCharsets.UTF_8));
  }
}
