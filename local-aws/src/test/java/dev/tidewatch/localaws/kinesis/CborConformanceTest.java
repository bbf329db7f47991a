package dev.tidewatch.localaws.kinesis;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Our server, in the format SDKs for Java speak. */
class CborConformanceTest extends KinesisConformance {
  private static KinesisServer server;
  private static KinesisClient client;

  @BeforeAll
  static void start() {
    server = KinesisServer.start(KinesisServer.Options.defaults());
    client = Clients.trying(1, server.endpoint());
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @Override
  KinesisClient client() {
    return client;
  }
}
