package dev.tidewatch.deploy.request;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it would go out, before it is signed.
 *
 * @param service as endpoints name it, such as {@code glue}
 * @param operation as the API names it, such as {@code CreateJob}
 * @param headers those that say something of the content
 * @param body text; of a file only where it comes from
 */
public record RecordedRequest(
    String service,
    String operation,
    String method,
    URI uri,
    Map<String, String> headers,
    String body) {
  public RecordedRequest {
    requireNonNull(service, "service");
    requireNonNull(operation, "operation");
    requireNonNull(method, "method");
    requireNonNull(uri, "uri");
    headers = new TreeMap<>(headers);
    requireNonNull(body, "body");
  }
}
