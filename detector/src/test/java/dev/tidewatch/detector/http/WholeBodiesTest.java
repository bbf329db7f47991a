package dev.tidewatch.detector.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WholeBodiesTest {
  private static final int MOST = 100_000;
  private static final int ROOM = 3 * MOST;

  private Server server;

  @BeforeEach
  void start() throws Exception {
    server = new Server();
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    WholeBodies bodies = new WholeBodies(MOST, new BodyRoom(ROOM), Duration.ofMinutes(1));
    bodies.setHandler(new Echo());
    server.setHandler(bodies);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  /** Says how long the body was. */
  private static final class Echo extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
      String length = String.valueOf(Content.Source.asByteBuffer(request).remaining());
      response.getHeaders().put("Content-Length", length.length());
      Content.Sink.write(response, true, length, callback);
      return true;
    }
  }

  private RawClient client() throws IOException {
    return new RawClient(((NetworkConnector) server.getConnectors()[0]).getLocalPort());
  }

  @Test
  void manyLongBodiesThatNeverEndTakeBoundedMemory() throws IOException {
    List<RawClient> holding = new ArrayList<>();
    byte[] isLong = new byte[MOST - 1];
    await()
        .until(
            () -> {
              holding.add(unfinished());
              return status(isLong) == 503;
            });
    assertThat(status(new byte[BodyRoom.SHORT_BYTES])).isEqualTo(200);
    for (RawClient each : holding) {
      each.close();
    }
    await().until(() -> status(isLong) == 200);
  }

  /** A body that lacks its last byte. */
  private RawClient unfinished() throws IOException {
    RawClient client = client();
    client.write(
        ("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: " + MOST + "\r\n\r\n").getBytes(UTF_8));
    client.write(new byte[MOST - 1]);
    return client;
  }

  @Test
  void givesItsRoomBackWithEachAnswer() throws IOException {
    for (int i = 0; i < 10; i++) {
      assertThat(status(new byte[MOST - 1])).isEqualTo(200);
    }
  }

  private int status(byte[] body) throws IOException {
    try (RawClient client = client()) {
      return client.post("/x", body).status();
    }
  }
}
