package dev.tidewatch.localaws.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * An HTTP answer.
 *
 * @param headers further headers, beside the content type
 */
public record Reply(int status, String contentType, String body, Map<String, String> headers) {
  public Reply {
    requireNonNull(contentType, "contentType");
    requireNonNull(body, "body");
    headers = Map.copyOf(headers);
  }

  public static Reply xml(int status, String body) {
    return new Reply(status, "text/xml", body, Map.of());
  }

  public static Reply text(int status, String body) {
    return new Reply(status, "text/plain; charset=utf-8", body, Map.of());
  }

  byte[] bytes() {
    return body.getBytes(UTF_8);
  }
}
