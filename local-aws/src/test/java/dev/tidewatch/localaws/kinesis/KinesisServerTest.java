package dev.tidewatch.localaws.kinesis;

import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.kinesis.KinesisClient;

class KinesisServerTest extends KinesisConformance {
  private final KinesisServer server = KinesisServer.start(KinesisServer.Options.defaults());

  @Override
  KinesisClient client() {
    return Clients.trying(1, server.endpoint());
  }

  @AfterEach
  void stop() {
    server.close();
  }
}
