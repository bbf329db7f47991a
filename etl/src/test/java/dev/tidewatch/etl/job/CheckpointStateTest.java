package dev.tidewatch.etl.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointStateTest {
  @TempDir private Path folder;

  @BeforeEach
  void makeFolders() throws IOException {
    Files.createDirectories(folder.resolve("offsets"));
    Files.createDirectories(folder.resolve("commits"));
  }

  private CheckpointState state() {
    return CheckpointState.of(folder.toString());
  }

  private void has(String... files) throws IOException {
    for (String file : files) {
      Files.createFile(folder.resolve(file));
    }
  }

  @Test
  void aFolderThatIsNotThereIsNewAndNotMade() {
    Path none = folder.resolve("none");
    assertThat(CheckpointState.of(none.toString()))
        .isEqualTo(new CheckpointState(CheckpointState.NEW, 0));
    assertThat(none).doesNotExist();
  }

  @Test
  void belongsToTheQueryThatRan() {
    String identity = JobIdentity.of(folder.toString(), new Configuration());
    assertThat(state()).isEqualTo(new CheckpointState(identity, 0));
  }

  @Test
  void goesOnBehindTheLastCommittedBatch() throws IOException {
    has("offsets/9", "offsets/10", "commits/9", "commits/10", "offsets/.10.crc");
    assertThat(state().nextBatch()).isEqualTo(11);
  }

  @Test
  void repeatsABatchThatWasNotCommitted() throws IOException {
    has("offsets/9", "offsets/10", "commits/9");
    assertThat(state().nextBatch()).isEqualTo(10);
  }

  @Test
  void repeatsTheFirstBatchWhenItWasNotCommitted() throws IOException {
    has("offsets/0");
    assertThat(state().nextBatch()).isZero();
  }

  @Test
  void saysWhatACheckpointIsToBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CheckpointState.of("nowhere://x"))
        .withMessageContaining("the checkpoint nowhere://x cannot be used")
        .withMessageContaining("Name a folder");
  }
}
