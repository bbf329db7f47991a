package dev.tidewatch.detector.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Unmodified clients drive a real server through everything the API has. With {@code
 * -Dclients.required=true}, as in CI, none may be missing.
 */
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
    assertPassed(JavaClient.run(stage));
  }

  @ParameterizedTest
  @EnumSource
  void othersPlayTheWholeScenario(ScriptClient client) throws Exception {
    Optional<String> missing = client.missing();
    if (!Boolean.getBoolean("clients.required")) {
      assumeTrue(missing.isEmpty(), () -> missing.orElseThrow());
    }
    assertThat(missing).isEmpty();
    assertPassed(client.run(stage));
  }

  private static void assertPassed(ClientResult result) {
    System.out.println(result.row());
    assertThat(result.faults()).isEmpty();
    assertThat(result.passed()).as(result.row()).isTrue();
  }
}
