package dev.tidewatch.deploy.images;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * What Lambda is to a function's image: it hands out events one at a time, and takes the answers.
 * Only as much of the Runtime API (2018-06-01) as a function that works asks for.
 */
final class LambdaRuntimeApi implements AutoCloseable {
  private static final String PREFIX = "/2018-06-01/runtime/";

  private record Invocation(String id, String event, CompletableFuture<String> answer) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> running = new ConcurrentHashMap<>();

  private LambdaRuntimeApi(HttpServer server) {
    this.server = server;
  }

  static LambdaRuntimeApi start() throws IOException {
    InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    LambdaRuntimeApi api = new LambdaRuntimeApi(HttpServer.create(loopback, 0));
    api.server.createContext(PREFIX, api::answer);
    api.server.setExecutor(api.threads);
    api.server.start();
    return api;
  }

  /** The value of {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** The function's answer to this event; fails with what the function reported as its error. */
  CompletableFuture<String> invoke(String event) {
    Invocation invocation =
        new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
    waiting.add(invocation);
    return invocation.answer();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String[] path = exchange.getRequestURI().getPath().substring(PREFIX.length()).split("/");
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      switch (path[path.length - 1]) {
        case "next" -> handOut(exchange, next());
        case "response" -> taken(exchange, running.remove(path[1]).answer().complete(body));
        default -> {
          // invocation/ID/error, or init/error before there is any.
          Invocation failed = path.length == 3 ? running.remove(path[1]) : next();
          taken(exchange, failed.answer().completeExceptionally(new IllegalStateException(body)));
        }
      }
    }
  }

  private Invocation next() {
    try {
      return waiting.take();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException("the stand-in is being closed", stopped);
    }
  }

  private void handOut(HttpExchange exchange, Invocation invocation) throws IOException {
    running.put(invocation.id(), invocation);
    Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
    exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", invocation.id());
    exchange
        .getResponseHeaders()
        .set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline.toEpochMilli()));
    exchange
        .getResponseHeaders()
        .set(
            "Lambda-Runtime-Invoked-Function-Arn",
            "arn:aws:lambda:us-east-1:123456789012:function:generator");
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    byte[] event = invocation.event().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, event.length);
    exchange.getResponseBody().write(event);
  }

  private static void taken(HttpExchange exchange, boolean first) throws IOException {
    exchange.sendResponseHeaders(first ? 202 : 400, -1);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
