package dev.tidewatch.detector.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCipherTest {
  @TempDir Path folder;

  private SecretCipher cipher() {
    return SecretCipher.under(folder.resolve("key"), new SecureRandom());
  }

  @Test
  void makesAKeyFileOnlyItsOwnerCanRead() throws IOException {
    cipher();
    Path file = folder.resolve("key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.size(file)).isEqualTo(32);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void opensAfterARestart() {
    byte[] sealed = cipher().seal("text".getBytes(UTF_8), "a");
    assertThat(cipher().open(sealed, "a")).asString(UTF_8).isEqualTo("text");
  }

  @Test
  void sealsTheSameDifferentlyEachTime() {
    assertThat(cipher().seal(new byte[8], "a")).isNotEqualTo(cipher().seal(new byte[8], "a"));
  }

  @Test
  void opensForNothingElseAndNothingChanged() {
    SecretCipher cipher = cipher();
    byte[] sealed = cipher.seal("text".getBytes(UTF_8), "a");
    assertThatThrownBy(() -> cipher.open(sealed, "b")).isInstanceOf(AccessException.class);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> cipher.open(changed, "a")).isInstanceOf(AccessException.class);
    }
    assertThatThrownBy(() -> cipher.open(new byte[3], "a")).isInstanceOf(AccessException.class);
  }

  @Test
  void refusesAKeyFileOthersCanRead() throws IOException {
    cipher();
    Files.setPosixFilePermissions(
        folder.resolve("key"), PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(this::cipher).hasMessageContaining("has mode rw-r--r--");
  }

  @Test
  void refusesAFileThatIsNoKey() throws IOException {
    Path file = folder.resolve("key");
    Files.write(file, new byte[31]);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(this::cipher)
        .hasMessageContaining("it has 31 bytes instead of 32; restore it from a backup");
  }
}
