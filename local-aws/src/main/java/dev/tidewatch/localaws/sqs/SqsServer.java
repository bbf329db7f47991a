package dev.tidewatch.localaws.sqs;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.protocol.Calls;
import dev.tidewatch.localaws.protocol.LoopbackServer;
import dev.tidewatch.localaws.protocol.Reply;
import dev.tidewatch.localaws.protocol.Request;
import java.io.Closeable;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * SQS on loopback: standard queues in memory, with long polling, visibility timeouts, delays,
 * retention and dead-letter queues, for clients of the JSON protocol and of the older Query
 * protocol. FIFO queues are refused.
 */
public final class SqsServer implements Closeable {
  private final LoopbackServer server;
  private final Queues queues;
  private final JsonWire json;
  private final QueryWire query;

  private SqsServer(LoopbackServer server, Queues queues, Calls calls) {
    this.server = server;
    this.queues = queues;
    Operations operations = new Operations(queues);
    this.json = new JsonWire(operations, calls);
    this.query = new QueryWire(operations, calls);
  }

  /**
   * How the server is set up.
   *
   * @param port the port on 127.0.0.1, or 0 for any free one
   * @param clock decides on delays, visibility and retention
   * @param calls notes and judges requests
   */
  public record Options(int port, String region, String account, InstantSource clock, Calls calls) {
    public Options {
      requireNonNull(region, "region");
      requireNonNull(account, "account");
      requireNonNull(clock, "clock");
      requireNonNull(calls, "calls");
    }
  }

  /**
   * Starts the server and returns when it answers.
   *
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public static SqsServer start(Options options) {
    LoopbackServer server = LoopbackServer.bind("sqs", options.port());
    Queues queues =
        new Queues(server.endpoint(), options.region(), options.account(), options.clock());
    SqsServer sqs = new SqsServer(server, queues, options.calls());
    server.serve(sqs::answer);
    return sqs;
  }

  public URI endpoint() {
    return server.endpoint();
  }

  /**
   * Sends a message without going over the network, for senders in this process.
   *
   * @return whether there is a queue of this ARN
   */
  public boolean send(String queueArn, String body, Map<String, MessageAttribute> attributes) {
    Optional<Queue> queue = queues.byArn(queueArn);
    queue.ifPresent(target -> MessageOperations.send(target, body, attributes));
    return queue.isPresent();
  }

  @Override
  public void close() {
    server.close();
  }

  private Reply answer(Request request) {
    return request
        .header("x-amz-target")
        .map(target -> json.answer(target, request))
        .orElseGet(() -> query.answer(request.form()));
  }
}
