package dev.tidewatch.detector.operation;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lookoutmetrics.LookoutMetricsClient;

/** One server for all tests of a class; each test finds it as if nothing had been asked. */
abstract class LookoutTest {
  @TempDir static Path folder;
  static LookoutUnderTest lookout;
  static LookoutMetricsClient client;

  @BeforeAll
  static void start() {
    lookout = LookoutUnderTest.start(folder);
    client = lookout.client;
  }

  @AfterAll
  static void stop() {
    lookout.close();
  }

  @BeforeEach
  void forget() {
    lookout.forgetAll();
  }
}
