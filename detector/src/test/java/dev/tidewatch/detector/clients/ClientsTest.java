package dev.tidewatch.detector.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unmodified clients drive a real server through everything the API has. */
class ClientsTest {
  @TempDir private static Path folder;
  private static Stage stage;

  @BeforeAll
  static void set() throws Exception {
    stage = Stage.set(folder);
  }

  @AfterAll
  static void close() throws Exception {
    if (stage != null) {
      stage.close();
    }
  }

  @Test
  void theJavaSdkPlaysTheWholeScenario() {
    ClientResult result = JavaClient.run(stage);
    assertThat(result.faults()).isEmpty();
    assertThat(result.passed()).as(result.row()).isTrue();
  }
}
