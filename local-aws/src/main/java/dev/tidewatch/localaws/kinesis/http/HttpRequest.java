package dev.tidewatch.localaws.kinesis.http;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request that was read to its end.
 *
 * @param headers by their names in lower case; of a repeated header the last value
 * @param body not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // one body a request, handed through, never compared
public record HttpRequest(String method, String path, Map<String, String> headers, byte[] body) {
  public HttpRequest {
    requireNonNull(method, "method");
    requireNonNull(path, "path");
    headers = Map.copyOf(headers);
    requireNonNull(body, "body");
  }

  /** The header's value, whatever the case of its name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }
}
