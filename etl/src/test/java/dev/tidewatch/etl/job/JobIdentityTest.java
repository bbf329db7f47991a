package dev.tidewatch.etl.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobIdentityTest {
  @TempDir private Path folder;

  private String identity() {
    return JobIdentity.of(folder.resolve("checkpoint").toString(), new Configuration());
  }

  @Test
  void isTheSameForTheSameCheckpoint() {
    assertThat(identity()).isNotEmpty().isEqualTo(identity());
  }

  @Test
  void isMadeAnewWhenACrashLeftItEmpty() throws IOException {
    Files.createDirectories(folder.resolve("checkpoint"));
    Files.createFile(folder.resolve("checkpoint/job-id"));
    assertThat(identity()).isNotEmpty().isEqualTo(identity());
  }

  @Test
  void saysWhatACheckpointIsToBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JobIdentity.of("nowhere://x", new Configuration()))
        .withMessageContaining("the checkpoint nowhere://x cannot be used")
        .withMessageContaining("Name a folder");
  }
}
