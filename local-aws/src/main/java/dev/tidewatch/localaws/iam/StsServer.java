package dev.tidewatch.localaws.iam;

import dev.tidewatch.localaws.protocol.Calls;
import dev.tidewatch.localaws.protocol.LoopbackServer;
import dev.tidewatch.localaws.protocol.QueryService;
import java.io.Closeable;
import java.net.URI;
import java.util.Map;

/** STS on loopback: tells everybody that he is the same user of the same account. */
public final class StsServer implements Closeable {
  private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

  private final LoopbackServer server;

  private StsServer(LoopbackServer server) {
    this.server = server;
  }

  /**
   * Starts the server and returns when it answers.
   *
   * @param port the port on 127.0.0.1, or 0 for any free one
   * @param calls notes and judges requests
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public static StsServer start(int port, String account, Calls calls) {
    LoopbackServer server = LoopbackServer.bind("sts", port);
    QueryService service =
        new QueryService(
            "sts",
            NAMESPACE,
            Map.of(
                "GetCallerIdentity",
                form ->
                    xml ->
                        xml.element("Arn", "arn:aws:iam::" + account + ":user/local")
                            .element("UserId", "AIDALOCAL")
                            .element("Account", account)),
            calls);
    server.serve(request -> service.answer(request.form()));
    return new StsServer(server);
  }

  public URI endpoint() {
    return server.endpoint();
  }

  @Override
  public void close() {
    server.close();
  }
}
