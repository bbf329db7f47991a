package dev.tidewatch.localaws.eventbridge;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.protocol.Calls;
import dev.tidewatch.localaws.protocol.JsonService;
import dev.tidewatch.localaws.protocol.LoopbackServer;
import dev.tidewatch.localaws.protocol.Operation;
import java.io.Closeable;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/**
 * EventBridge's default bus on loopback, in memory: rules by pattern, targets, transformers.
 * Schedules are kept and never run. Not there: other buses, archives, pipes, the scheduler.
 */
public final class EventBridgeServer implements Closeable {
  private final LoopbackServer server;
  private final Bus bus;

  private EventBridgeServer(LoopbackServer server, Bus bus) {
    this.server = server;
    this.bus = bus;
  }

  /**
   * How the server is set up.
   *
   * @param port the port on 127.0.0.1, or 0 for any free one
   * @param clock stamps events
   * @param targets where events go
   * @param calls notes and judges requests
   */
  public record Options(
      int port,
      String region,
      String account,
      InstantSource clock,
      TargetSink targets,
      Calls calls) {
    public Options {
      requireNonNull(region, "region");
      requireNonNull(account, "account");
      requireNonNull(clock, "clock");
      requireNonNull(targets, "targets");
      requireNonNull(calls, "calls");
    }
  }

  /**
   * Starts the server and returns when it answers.
   *
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public static EventBridgeServer start(Options options) {
    LoopbackServer server = LoopbackServer.bind("eventbridge", options.port());
    Bus bus = new Bus(options.targets());
    JsonService service = new JsonService("events", operations(bus, options), options.calls());
    server.serve(service::answer);
    return new EventBridgeServer(server, bus);
  }

  public URI endpoint() {
    return server.endpoint();
  }

  /** Sends an event without going over the network, for services in this process. */
  public void send(ObjectNode event) {
    bus.send(event);
  }

  @Override
  public void close() {
    server.close();
  }

  private static Map<String, Operation> operations(Bus bus, Options options) {
    RuleOperations rules = new RuleOperations(bus, options.region(), options.account());
    EventOperations events =
        new EventOperations(bus, options.clock(), options.region(), options.account());
    return Map.ofEntries(
        Map.entry("PutRule", rules::put),
        Map.entry("DescribeRule", rules::describe),
        Map.entry("ListRules", rules::list),
        Map.entry("ListRuleNamesByTarget", rules::namesByTarget),
        Map.entry("DeleteRule", rules::delete),
        Map.entry("EnableRule", rules::enable),
        Map.entry("DisableRule", rules::disable),
        Map.entry("PutTargets", rules::putTargets),
        Map.entry("RemoveTargets", rules::removeTargets),
        Map.entry("ListTargetsByRule", rules::targets),
        Map.entry("TagResource", rules::tag),
        Map.entry("UntagResource", rules::untag),
        Map.entry("ListTagsForResource", rules::tags),
        Map.entry("PutEvents", events::put),
        Map.entry("TestEventPattern", events::test));
  }
}
