package dev.tidewatch.localaws.kinesis;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Our server, in the format all other SDKs and the command line speak. */
class JsonConformanceTest extends KinesisConformance {
  private static final String CBOR_ENABLED = SdkSystemSetting.CBOR_ENABLED.property();

  private static KinesisServer server;
  private static KinesisClient client;

  @BeforeAll
  static void start() {
    System.setProperty(CBOR_ENABLED, "false");
    server = KinesisServer.start(KinesisServer.Options.defaults());
    client = Clients.trying(1, server.endpoint());
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
    System.clearProperty(CBOR_ENABLED);
  }

  @Override
  KinesisClient client() {
    return client;
  }
}
