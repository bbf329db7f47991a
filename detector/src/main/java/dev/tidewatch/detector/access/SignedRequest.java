package dev.tidewatch.detector.access;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A request as it came over the wire, before anybody understood it.
 *
 * @param path exactly as received, percent-encoding included, without the query
 * @param query exactly as received, without the question mark; empty when there is none
 * @param headers in the order received; a name may come more than once
 * @param body whole; neither copied nor changed
 */
@SuppressWarnings("ArrayRecordComponent") // bodies are big and compared by nobody
public record SignedRequest(
    String method, String path, String query, List<Header> headers, byte[] body) {

  /** One line of the head. */
  public record Header(String name, String value) {
    public Header {
      requireNonNull(name, "name");
      requireNonNull(value, "value");
    }
  }

  public SignedRequest {
    requireNonNull(method, "method");
    requireNonNull(path, "path");
    requireNonNull(query, "query");
    headers = List.copyOf(headers);
    requireNonNull(body, "body");
  }

  /** All values of a header, in order; a name's case does not matter. */
  List<String> values(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** Without headers and body: they may hold what nobody else should read. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
