package dev.tidewatch.localaws.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidewatch.localaws.protocol.LoopbackServer;
import dev.tidewatch.localaws.protocol.Reply;
import dev.tidewatch.localaws.protocol.Request;
import java.io.Closeable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server that subscribes: keeps what it was sent and may fail a few times first. */
final class HttpSubscriber implements Closeable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LoopbackServer server = LoopbackServer.bind("subscriber", 0);
  private final List<Request> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger failuresLeft = new AtomicInteger();

  HttpSubscriber() {
    server.serve(this::answer);
  }

  String url() {
    return server.endpoint() + "/alerts";
  }

  void failNext(int times) {
    failuresLeft.set(times);
  }

  List<Request> received(String type) {
    return received.stream()
        .filter(request -> request.header("x-amz-sns-message-type").orElse("").equals(type))
        .toList();
  }

  static JsonNode envelope(Request request) {
    try {
      return JSON.readTree(text(request));
    } catch (JsonProcessingException broken) {
      throw new AssertionError("not JSON: " + text(request), broken);
    }
  }

  static String text(Request request) {
    return new String(request.body(), UTF_8);
  }

  @Override
  public void close() {
    server.close();
  }

  private Reply answer(Request request) {
    received.add(request);
    boolean fails = failuresLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    return Reply.text(fails ? 503 : 200, "");
  }
}
