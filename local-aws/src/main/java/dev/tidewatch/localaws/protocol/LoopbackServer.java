package dev.tidewatch.localaws.protocol;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An HTTP server that only this machine can reach. One thread per request that is being served. */
public final class LoopbackServer implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);

  /** No request of the services here is larger than ten messages of 256 KiB, form-encoded. */
  private static final int MAX_BODY_BYTES = 8 << 20;

  private final HttpServer server;
  private final ExecutorService threads;

  private LoopbackServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /**
   * Binds the port, without answering yet.
   *
   * @param name for threads and messages, such as {@code sns}
   * @param port the port on 127.0.0.1, or 0 for any free one
   * @throws UncheckedIOException when the port is taken
   */
  public static LoopbackServer bind(String name, int port) {
    sendAtOnce();
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
      ExecutorService threads =
          Executors.newCachedThreadPool(
              task -> {
                Thread thread = new Thread(task, "local-" + name);
                thread.setDaemon(true);
                return thread;
              });
      server.setExecutor(threads);
      return new LoopbackServer(server, threads);
    } catch (IOException cause) {
      throw new UncheckedIOException(
          name + " cannot listen on port " + port + ": " + cause.getMessage(), cause);
    }
  }

  /** Begins to answer. The handler is called by many threads at once. */
  public void serve(Function<Request, Reply> handler) {
    server.createContext("/", exchange -> answer(exchange, handler));
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Stops at once; requests that wait are broken off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  // The JDK's server sends headers and body in two packets and by default holds the second back
  // until the first is acknowledged: 40 ms per request. It reads this when first used.
  private static void sendAtOnce() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static void answer(HttpExchange exchange, Function<Request, Reply> handler)
      throws IOException {
    try (exchange) {
      byte[] body = body(exchange).readNBytes(MAX_BODY_BYTES + 1);
      Reply reply =
          body.length > MAX_BODY_BYTES
              ? Reply.text(413, "a request is at most " + MAX_BODY_BYTES + " bytes here")
              : reply(exchange, body, handler);
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.getResponseHeaders().set("Content-Type", reply.contentType());
      byte[] bytes = reply.bytes();
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    } catch (AnswerLost wished) {
      // Closed without a word.
      LOG.debug("{}", wished.getMessage());
    }
  }

  // The SDKs compress large requests to CloudWatch.
  private static InputStream body(HttpExchange exchange) throws IOException {
    boolean compressed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    return compressed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody();
  }

  // The last line of defence: a fault here must be seen, as the client only learns "500".
  private static Reply reply(HttpExchange exchange, byte[] body, Function<Request, Reply> handler) {
    try {
      return handler.apply(
          new Request(
              exchange.getRequestMethod(), exchange.getRequestURI(), headers(exchange), body));
    } catch (AnswerLost wished) {
      throw wished;
    } catch (RuntimeException fault) {
      LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), fault);
      return Reply.text(500, "the server failed; its log says why");
    }
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return headers;
  }
}
