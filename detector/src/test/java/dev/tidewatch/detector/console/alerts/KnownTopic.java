package dev.tidewatch.detector.console.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as SNS does where this process looks for it, and remembers what was published. */
final class KnownTopic implements AutoCloseable {
  private static final String TAKEN =
      "<PublishResponse><PublishResult><MessageId>receipt-1</MessageId></PublishResult></PublishResponse>";
  private static final String REFUSED =
      "<ErrorResponse><Error><Type>Sender</Type><Code>NotFound</Code><Message>Topic does not exist</Message></Error>"
          + "</ErrorResponse>";

  final List<String> published = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final Map<String, String> before = new TreeMap<>();
  private final boolean taking;

  private KnownTopic(HttpServer server, boolean taking) {
    this.server = server;
    this.taking = taking;
  }

  static KnownTopic taking() throws IOException {
    return started(true);
  }

  static KnownTopic refusing() throws IOException {
    return started(false);
  }

  private static KnownTopic started(boolean taking) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    KnownTopic topic = new KnownTopic(server, taking);
    server.createContext("/", topic::answer);
    server.start();
    topic.set("aws.endpointUrlSns", "http://127.0.0.1:" + server.getAddress().getPort());
    topic.set("aws.region", "us-east-1");
    topic.set("aws.accessKeyId", "AKIDEXAMPLE");
    topic.set("aws.secretAccessKey", "secret");
    return topic;
  }

  private void set(String property, String value) {
    before.put(property, System.getProperty(property, ""));
    System.setProperty(property, value);
  }

  private void answer(HttpExchange exchange) throws IOException {
    published.add(
        URLDecoder.decode(new String(exchange.getRequestBody().readAllBytes(), UTF_8), UTF_8));
    byte[] answer = (taking ? TAKEN : REFUSED).getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.sendResponseHeaders(taking ? 200 : 404, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @Override
  public void close() {
    before.forEach(
        (property, value) -> {
          if (value.isEmpty()) {
            System.clearProperty(property);
          } else {
            System.setProperty(property, value);
          }
        });
    server.stop(0);
  }
}
