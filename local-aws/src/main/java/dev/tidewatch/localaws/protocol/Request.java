package dev.tidewatch.localaws.protocol;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request, read whole.
 *
 * @param headers the first value of each header under its name in lower case
 * @param body the bytes as sent; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // read once and handed on, never compared
public record Request(String method, URI uri, Map<String, String> headers, byte[] body) {
  public Request {
    requireNonNull(method, "method");
    requireNonNull(uri, "uri");
    headers = Map.copyOf(headers);
    requireNonNull(body, "body");
  }

  /** A header by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The body as a form; that of the address when there is no body. */
  public Form form() {
    String query = uri.getRawQuery();
    return Form.parse(
        body.length > 0
            ? new String(body, java.nio.charset.StandardCharsets.UTF_8)
            : query == null ? "" : query);
  }
}
