package dev.tidewatch.detector.http;

import dev.tidewatch.detector.access.SignedRequest;
import dev.tidewatch.detector.wire.ApiError;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.ValidationExceptionReason;

/** Takes a request off the wire exactly as it came: what is signed must not be tidied up. */
final class RequestReader {

  private RequestReader() {}

  static SignedRequest read(HttpServletRequest request) throws IOException {
    refuseEncoded(request);
    return new SignedRequest(
        request.getMethod(),
        request.getRequestURI(),
        Objects.requireNonNullElse(request.getQueryString(), ""),
        headers(request),
        body(request));
  }

  private static List<SignedRequest.Header> headers(HttpServletRequest request) {
    List<SignedRequest.Header> headers = new ArrayList<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      Collections.list(request.getHeaders(name))
          .forEach(value -> headers.add(new SignedRequest.Header(name, value)));
    }
    return headers;
  }

  /** No AWS client compresses what it sends here, and a small body could become a huge one. */
  private static void refuseEncoded(HttpServletRequest request) {
    String encoding = Optional.ofNullable(request.getHeader("Content-Encoding")).orElse("identity");
    if (!encoding.toLowerCase(Locale.ROOT).equals("identity")) {
      throw ApiError.validation(
          ValidationExceptionReason.CANNOT_PARSE,
          "The body has a Content-Encoding; send it as plain JSON.");
    }
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > Limits.BODY_BYTES) {
      throw tooLarge();
    }
    byte[] body = request.getInputStream().readNBytes(Limits.BODY_BYTES + 1);
    if (body.length > Limits.BODY_BYTES) {
      throw tooLarge();
    }
    return body;
  }

  private static ApiError tooLarge() {
    return ApiError.tooLarge(
        "The body is larger than " + Limits.BODY_BYTES + " bytes; no request needs that many.");
  }
}
