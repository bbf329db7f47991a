package dev.tidewatch.detector.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.store.SqliteDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinedAccessKeysTest {
  @TempDir Path folder;

  @Test
  void keysOfTheFileAndOfTheTableHold() throws Exception {
    Path file =
        Files.createFile(
            folder.resolve("keys"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file,
        "[ci]\naws_access_key_id = AKIAFILEFILEFILEFILE\naws_secret_access_key = "
            + "s".repeat(40)
            + "\nrole = viewer\n");
    SecureRandom random = new SecureRandom();
    try (SqliteDatabase database = SqliteDatabase.open(folder.resolve("detector.db"))) {
      StoredAccessKeys stored =
          new StoredAccessKeys(
              database,
              SecretCipher.under(folder.resolve("detector.key"), random),
              random,
              Clock.systemUTC());
      String made = stored.create(Role.ADMIN, "ann").key().id();
      AccessKeys both = new JoinedAccessKeys(FileAccessKeys.open(file), stored);

      assertThat(both.find(made).orElseThrow().caller().role()).isEqualTo(Role.ADMIN);
      assertThat(both.find("AKIAFILEFILEFILEFILE").orElseThrow().caller().role())
          .isEqualTo(Role.VIEWER);
      assertThat(both.find("AKIANOBODYNOBODYNOBO")).isEmpty();
      assertThat(both.list()).extracting(AccessKey::label).containsExactly("ci", "ann");

      stored.revoke(made);
      assertThat(both.find(made)).isEmpty();
    }
  }

  @Test
  void whatFollowsFromTheKeyFileIsTheSameAfterARestart() {
    Path file = folder.resolve("detector.key");
    byte[] first = SecretCipher.under(file, new SecureRandom()).derived("page tokens");
    SecretCipher again = SecretCipher.under(file, new SecureRandom());

    assertThat(again.derived("page tokens")).isEqualTo(first).hasSize(32);
    assertThat(again.derived("another use")).isNotEqualTo(first);
    assertThat(
            SecretCipher.under(folder.resolve("other.key"), new SecureRandom())
                .derived("page tokens"))
        .isNotEqualTo(first);
  }
}
