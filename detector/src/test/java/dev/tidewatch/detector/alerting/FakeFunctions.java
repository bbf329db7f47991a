package dev.tidewatch.detector.alerting;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidewatch.localaws.protocol.LoopbackServer;
import dev.tidewatch.localaws.protocol.Reply;
import dev.tidewatch.localaws.protocol.Request;
import java.io.Closeable;
import java.net.URI;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lambda's Invoke over HTTP: keeps what functions were given, and fails as it is told to. */
final class FakeFunctions implements Closeable {
  private static final Pattern PATH = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");

  private final LoopbackServer server = LoopbackServer.bind("lambda", 0);
  private final List<Invocation> invocations = new CopyOnWriteArrayList<>();
  private final Queue<Reply> failures = new ConcurrentLinkedQueue<>();

  FakeFunctions() {
    server.serve(this::answer);
  }

  /** What a function was called with, whether it was taken or not. */
  record Invocation(String function, String type, String payload) {}

  /** The next call is one too many at the same time. */
  void throttle() {
    refuse(429, "TooManyRequestsException", "Rate Exceeded.");
  }

  /** The next call is for a function that is not there. */
  void missing() {
    refuse(404, "ResourceNotFoundException", "Function not found");
  }

  /** The next call runs the function, which throws. */
  void crash() {
    failures.add(
        new Reply(
            200,
            "application/json",
            "{\"errorMessage\":\"division by zero\"}",
            Map.of("X-Amz-Function-Error", "Unhandled", "x-amzn-RequestId", "crashed")));
  }

  private void refuse(int status, String type, String message) {
    failures.add(
        new Reply(
            status,
            "application/json",
            "{\"Type\":\"User\",\"message\":\"" + message + "\"}",
            Map.of("x-amzn-ErrorType", type)));
  }

  URI endpoint() {
    return server.endpoint();
  }

  List<Invocation> invocations() {
    return invocations;
  }

  private Reply answer(Request request) {
    Matcher path = PATH.matcher(request.uri().getRawPath());
    if (!request.method().equals("POST") || !path.matches()) {
      return Reply.text(400, "only Invoke is known here");
    }
    invocations.add(
        new Invocation(
            URLDecoder.decode(path.group(1), UTF_8),
            request.header("x-amz-invocation-type").orElse("RequestResponse"),
            new String(request.body(), UTF_8)));
    Reply failure = failures.poll();
    return failure == null
        ? new Reply(
            202, "application/json", "", Map.of("x-amzn-RequestId", "run-" + invocations.size()))
        : failure;
  }

  @Override
  public void close() {
    server.close();
  }
}
