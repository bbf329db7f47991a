package dev.tidewatch.localaws.kinesis.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads requests off one connection, one after the other. */
final class HttpRequestReader {
  private static final int MAX_HEAD_BYTES = 64 * 1024;
  private static final int MAX_BODY_BYTES = 64 * 1024 * 1024;
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in;
  private final OutputStream out;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
  private int headBytes;

  /**
   * @param out where a client that asks for leave to send its body gets it
   */
  HttpRequestReader(InputStream in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /** The next request; empty when the client has closed the connection between two of them. */
  Optional<HttpRequest> read() throws IOException {
    headBytes = 0;
    Optional<String> requestLine = readLine();
    if (requestLine.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = requestLine.get().split(" ", 3);
    if (parts.length != 3) {
      throw new IOException("'" + requestLine.get() + "' is no HTTP request line");
    }
    Map<String, String> headers = readHeaders();
    return Optional.of(new HttpRequest(parts[0], parts[1], headers, readBody(headers)));
  }

  private Map<String, String> readHeaders() throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (String text = requireLine(); !text.isEmpty(); text = requireLine()) {
      int colon = text.indexOf(':');
      if (colon < 1) {
        throw new IOException("'" + text + "' is no HTTP header");
      }
      headers.put(
          text.substring(0, colon).toLowerCase(Locale.ROOT), text.substring(colon + 1).strip());
    }
    return headers;
  }

  private byte[] readBody(Map<String, String> headers) throws IOException {
    if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
      out.write(CONTINUE);
      out.flush();
    }
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      return readChunks();
    }
    return readExactly(parseLength(headers.getOrDefault("content-length", "0"), 10));
  }

  private byte[] readChunks() throws IOException {
    var body = new ByteArrayOutputStream();
    for (int length = chunkLength(); length > 0; length = chunkLength()) {
      if (body.size() + length > MAX_BODY_BYTES) {
        throw new IOException("the request body is longer than " + MAX_BODY_BYTES + " bytes");
      }
      body.write(readExactly(length));
      requireLine();
    }
    readHeaders();
    return body.toByteArray();
  }

  private int chunkLength() throws IOException {
    headBytes = 0;
    return parseLength(requireLine().split(";", 2)[0].strip(), 16);
  }

  private static int parseLength(String text, int radix) throws IOException {
    try {
      int length = Integer.parseInt(text, radix);
      if (length < 0 || length > MAX_BODY_BYTES) {
        throw new IOException("a body of " + length + " bytes is not taken");
      }
      return length;
    } catch (NumberFormatException e) {
      throw new IOException("'" + text + "' is no length of a body", e);
    }
  }

  private byte[] readExactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the client left after " + bytes.length + " of " + length + " bytes");
    }
    return bytes;
  }

  private String requireLine() throws IOException {
    return readLine().orElseThrow(() -> new EOFException("the client left within a request"));
  }

  private Optional<String> readLine() throws IOException {
    line.reset();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        if (line.size() > 0) {
          throw new EOFException("the client left within a line");
        }
        return Optional.empty();
      }
      if (++headBytes > MAX_HEAD_BYTES) {
        throw new IOException("the request head is longer than " + MAX_HEAD_BYTES + " bytes");
      }
      line.write(b);
    }
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }
}
