package dev.tidewatch.etl.deliver.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** As much of S3 as the store uses, with faults on request. Listings have pages of two. */
final class FakeS3 implements AutoCloseable {
  /** What goes wrong with a request. */
  enum Fault {
    /** 503 before anything is done. */
    SLOW_DOWN(503, "SlowDown"),
    INTERNAL_ERROR(500, "InternalError"),
    CONFLICT(409, "ConditionalRequestConflict"),
    ACCESS_DENIED(403, "AccessDenied"),
    WRONG_SECRET(403, "SignatureDoesNotMatch"),
    WRONG_KEY(403, "InvalidAccessKeyId"),
    EXPIRED_TOKEN(400, "ExpiredToken"),
    WRONG_TOKEN(403, "InvalidToken"),
    NO_SUCH_BUCKET(404, "NoSuchBucket"),
    /** Nothing is done and no answer comes. */
    DROPPED(0, ""),
    /** All is done, but no answer comes. */
    ANSWER_LOST(0, ""),
    /** The answer ends before its end. */
    TRUNCATED(0, "");

    private final int status;
    private final String code;

    Fault(int status, String code) {
      this.status = status;
      this.code = code;
    }
  }

  private final ConcurrentSkipListMap<String, byte[]> objects = new ConcurrentSkipListMap<>();
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final List<String> requests = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  FakeS3() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void fail(Fault... next) {
    faults.addAll(Arrays.asList(next));
  }

  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  byte[] object(String key) {
    return objects.getOrDefault(key, new byte[0]);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      synchronized (this) {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      }
      Fault fault = faults.poll();
      if (fault == null) {
        answer(exchange, body);
      } else if (fault.status > 0) {
        error(exchange, fault.status, fault.code);
      } else {
        breakOff(exchange, body, fault);
      }
    }
  }

  private void breakOff(HttpExchange exchange, byte[] body, Fault fault) throws IOException {
    if (fault == Fault.ANSWER_LOST) {
      store(exchange, body);
    } else if (fault == Fault.TRUNCATED) {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write(new byte[10]);
      exchange.getResponseBody().flush();
    }
  }

  private void answer(HttpExchange exchange, byte[] body) throws IOException {
    String query = exchange.getRequestURI().getRawQuery();
    switch (exchange.getRequestMethod()) {
      case "PUT" -> {
        if (store(exchange, body)) {
          exchange.sendResponseHeaders(200, -1);
        } else {
          error(exchange, 412, "PreconditionFailed");
        }
      }
      case "DELETE" -> {
        objects.remove(key(exchange));
        exchange.sendResponseHeaders(204, -1);
      }
      default -> {
        if (query != null && query.contains("list-type=2")) {
          list(exchange, query);
        } else {
          get(exchange);
        }
      }
    }
  }

  private boolean store(HttpExchange exchange, byte[] body) {
    if ("*".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      return objects.putIfAbsent(key(exchange), body) == null;
    }
    objects.put(key(exchange), body);
    return true;
  }

  private void get(HttpExchange exchange) throws IOException {
    byte[] object = objects.get(key(exchange));
    if (object == null) {
      error(exchange, 404, "NoSuchKey");
      return;
    }
    exchange.sendResponseHeaders(200, object.length == 0 ? -1 : object.length);
    exchange.getResponseBody().write(object);
  }

  private void list(HttpExchange exchange, String query) throws IOException {
    String prefix = parameter(query, "prefix");
    String after = parameter(query, "continuation-token");
    List<String> keys =
        objects.keySet().stream()
            .filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0)
            .toList();
    List<String> page = keys.subList(0, Math.min(2, keys.size()));
    boolean truncated = page.size() < keys.size();
    String contents =
        page.stream()
            .map(key -> "<Contents><Key>" + key + "</Key></Contents>")
            .collect(Collectors.joining());
    String next =
        truncated ? "<NextContinuationToken>" + page.get(1) + "</NextContinuationToken>" : "";
    xml(
        exchange,
        200,
        "<ListBucketResult><IsTruncated>"
            + truncated
            + "</IsTruncated>"
            + next
            + contents
            + "</ListBucketResult>");
  }

  private static String parameter(String query, String name) {
    for (String pair : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), UTF_8);
      }
    }
    return "";
  }

  /** Without the bucket. */
  private static String key(HttpExchange exchange) {
    String path = exchange.getRequestURI().getPath();
    return path.substring(path.indexOf('/', 1) + 1);
  }

  private static void error(HttpExchange exchange, int status, String code) throws IOException {
    xml(exchange, status, "<Error><Code>" + code + "</Code><Message>fake</Message></Error>");
  }

  private static void xml(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
