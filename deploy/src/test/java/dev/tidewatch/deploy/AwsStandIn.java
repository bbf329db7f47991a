package dev.tidewatch.deploy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Answers what a service would, by the operation of each request: the last word of its target, or
 * method and path. Notes what was asked for.
 */
final class AwsStandIn implements Closeable {
  private final HttpServer server;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  private AwsStandIn(HttpServer server) {
    this.server = server;
  }

  /** An answer: a status, and a document. */
  record Answer(int status, String body) {
    static Answer ok(String body) {
      return new Answer(200, body);
    }
  }

  static AwsStandIn start(Function<String, Answer> service) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      AwsStandIn standIn = new AwsStandIn(server);
      server.createContext("/", exchange -> standIn.answer(exchange, service));
      server.start();
      return standIn;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The operations so far, in their order. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange, Function<String, Answer> service) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String operation =
        target == null
            ? exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()
            : target.substring(target.indexOf('.') + 1);
    asked.add(operation);
    Answer answer = service.apply(operation);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
