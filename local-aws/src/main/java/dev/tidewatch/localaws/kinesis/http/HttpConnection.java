package dev.tidewatch.localaws.kinesis.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** One client's connection: request, answer, request, until either side closes it. */
final class HttpConnection implements Closeable {
  private static final int BUFFER_BYTES = 64 * 1024;

  private final Socket socket;
  private final HttpHandler handler;

  HttpConnection(Socket socket, HttpHandler handler) {
    this.socket = socket;
    this.handler = handler;
  }

  /** Serves until the connection ends; an end by the client is no error. */
  void serve() throws IOException {
    socket.setTcpNoDelay(true);
    OutputStream out = socket.getOutputStream();
    var reader =
        new HttpRequestReader(new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES), out);
    boolean open = true;
    while (open) {
      Optional<HttpRequest> request = reader.read();
      open = request.isPresent() && answer(request.get(), out);
    }
  }

  /** Returns whether the connection may be used again. */
  private boolean answer(HttpRequest request, OutputStream out) throws IOException {
    HttpResponse response = handler.answer(request);
    if (response.delivery() == HttpResponse.Delivery.LOST) {
      return false;
    }
    boolean whole = response.delivery() == HttpResponse.Delivery.WHOLE;
    byte[] body = response.body();
    write(out, head(response), body, whole ? body.length : body.length / 2);
    return whole && request.header("connection").filter("close"::equalsIgnoreCase).isEmpty();
  }

  /** A small answer leaves in one segment. */
  private static void write(OutputStream out, byte[] head, byte[] body, int length)
      throws IOException {
    if (length <= BUFFER_BYTES) {
      byte[] both = new byte[head.length + length];
      System.arraycopy(head, 0, both, 0, head.length);
      System.arraycopy(body, 0, both, head.length, length);
      out.write(both);
    } else {
      out.write(head);
      out.write(body, 0, length);
    }
    out.flush();
  }

  private static byte[] head(HttpResponse response) {
    var head = new StringBuilder(256).append("HTTP/1.1 ").append(response.status());
    head.append(response.status() < 300 ? " OK" : " Error").append("\r\n");
    for (Map.Entry<String, String> header : response.headers().entrySet()) {
      head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
    }
    head.append("Content-Length: ").append(response.body().length).append("\r\n\r\n");
    return head.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
