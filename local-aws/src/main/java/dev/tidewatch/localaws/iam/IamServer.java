package dev.tidewatch.localaws.iam;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.protocol.Calls;
import dev.tidewatch.localaws.protocol.Form;
import dev.tidewatch.localaws.protocol.LoopbackServer;
import dev.tidewatch.localaws.protocol.QueryService;
import dev.tidewatch.localaws.protocol.Xml;
import java.io.Closeable;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * IAM's roles with their policies and tags on loopback, in memory. Policies are kept and never
 * enforced.
 */
public final class IamServer implements Closeable {
  private static final String NAMESPACE = "https://iam.amazonaws.com/doc/2010-05-08/";

  private final LoopbackServer server;
  private final Roles roles;

  private IamServer(LoopbackServer server, Roles roles) {
    this.server = server;
    this.roles = roles;
  }

  /**
   * How the server is set up.
   *
   * @param port the port on 127.0.0.1, or 0 for any free one
   * @param calls notes and judges requests
   */
  public record Options(int port, String account, InstantSource clock, Calls calls) {
    public Options {
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
  public static IamServer start(Options options) {
    LoopbackServer server = LoopbackServer.bind("iam", options.port());
    Roles roles = new Roles(options.clock());
    Map<String, Function<Form, Consumer<Xml>>> operations = new HashMap<>();
    new RoleOperations(roles, options.clock(), options.account())
        .all()
        .forEach(
            (action, operation) -> operations.put(action, operation.overQuery("ValidationError")));
    QueryService service = new QueryService("iam", NAMESPACE, operations, options.calls());
    server.serve(request -> service.answer(request.form()));
    return new IamServer(server, roles);
  }

  public URI endpoint() {
    return server.endpoint();
  }

  /**
   * From now on a role is seen only this long after it was made, as it may be on AWS; until then it
   * is not found, but its name is taken.
   */
  public void rolesAppearAfter(Duration time) {
    roles.appearAfter(time);
  }

  @Override
  public void close() {
    server.close();
  }
}
