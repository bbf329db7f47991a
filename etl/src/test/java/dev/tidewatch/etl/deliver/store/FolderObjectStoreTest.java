package dev.tidewatch.etl.deliver.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.etl.deliver.ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectStoreTest extends ObjectStoreContract {
  @TempDir Path folder;
  private ObjectStore store;

  @BeforeEach
  void open() {
    store = ObjectStores.open(folder.resolve("out").toUri());
  }

  @Override
  protected ObjectStore store() {
    return store;
  }

  @Test
  void leavesNoTemporaryFilesBehind() throws IOException {
    store.put("a/b", "x".getBytes(UTF_8));
    store.putIfAbsent("a/b", "y".getBytes(UTF_8));
    store.putIfAbsent("a/c", "y".getBytes(UTF_8));
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("b", "c");
    }
  }

  @Test
  void doesNotListWhatACrashLeftHalfWritten() throws IOException {
    store.put("a/b", "x".getBytes(UTF_8));
    Files.writeString(folder.resolve("out/.tidewatch/.half"), "half");
    try (Stream<String> keys = store.list("")) {
      assertThat(keys).containsExactly("a/b");
    }
  }

  @Test
  void namesTheFileItCannotWrite() throws IOException {
    Files.writeString(folder.resolve("out"), "in the way");
    assertThatThrownBy(() -> store.put("a/b", new byte[1]))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot write")
        .hasMessageContaining("/out/a/b");
  }
}
