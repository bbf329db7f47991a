package dev.tidewatch.localaws.kinesis;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/**
 * The same questions to a server other people wrote, so that the suite does not just repeat our own
 * misunderstandings: npm's kinesis-local. Runs with {@code mvn -Pkinesis-local}.
 */
@Tag("kinesis-local")
class KinesisLocalConformanceTest extends KinesisConformance {
  private static KinesisLocal server;
  private static KinesisClient client;

  @BeforeAll
  static void start() throws IOException {
    server = KinesisLocal.start();
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

  @Override
  Set<Deviation> deviations() {
    return EnumSet.allOf(Deviation.class);
  }
}
