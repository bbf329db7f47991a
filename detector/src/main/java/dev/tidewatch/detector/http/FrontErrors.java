package dev.tidewatch.detector.http;

import dev.tidewatch.detector.wire.ApiError;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What is refused before any operation is found, such as a bad path, is told in the same form as
 * everything else: clients cannot read a page.
 */
final class FrontErrors extends ErrorHandler {
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    String requestId = UUID.randomUUID().toString();
    ApiError error = error(code, requestId);
    HttpFields.Mutable headers = response.getHeaders();
    headers.put("Content-Type", "application/json");
    GuardHeaders.put(headers);
    headers.put("x-amzn-RequestId", requestId);
    headers.put("x-amzn-ErrorType", error.type());
    AccessLog.writeRefused(code, requestId);
    byte[] body = error.body().toString().getBytes(StandardCharsets.UTF_8);
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private static ApiError error(int code, String requestId) {
    return switch (code) {
      case HttpStatus.NOT_FOUND_404 -> ApiError.unknownOperation("No operation is at this path.");
      case HttpStatus.REQUEST_TIMEOUT_408 ->
          ApiError.refused("RequestTimeoutException", code, "The body did not arrive.");
      case HttpStatus.URI_TOO_LONG_414, HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
          ApiError.unreadable(
              code, "Path and headers are larger than " + Limits.HEAD_BYTES + " bytes together.");
      case HttpStatus.INTERNAL_SERVER_ERROR_500 -> ApiError.internal(requestId);
      case HttpStatus.SERVICE_UNAVAILABLE_503 ->
          ApiError.refused(
              "ServiceUnavailableException", code, "The server is stopping or has too much to do.");
      default ->
          ApiError.unreadable(
              code, "The request is not one that HTTP allows: look at its path and its headers.");
    };
  }
}
