package dev.tidewatch.detector.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileAccessKeysTest extends AccessKeysContract {
  private final KeyMaker maker = new KeyMaker(new SecureRandom());
  private final StringBuilder text = new StringBuilder("# keys of the shop\n\n");

  @Override
  NewAccessKey live(Role role, String label) {
    return write(role, label, "");
  }

  @Override
  NewAccessKey revoked(Role role, String label) {
    return write(role, label, "active = false\n");
  }

  private NewAccessKey write(Role role, String label, String more) {
    AccessKey key =
        new AccessKey(maker.id(KeyMaker.LASTING), role, label, Instant.EPOCH, null, true);
    Secret secret = maker.secret();
    text.append("[%s]%n".formatted(label))
        .append("aws_access_key_id = %s%n".formatted(key.id()))
        .append("aws_secret_access_key = %s%n".formatted(secret.reveal()))
        .append("role = %s%n%s%n".formatted(role.label(), more));
    return new NewAccessKey(key, secret);
  }

  @Override
  AccessKeys keys() throws IOException {
    return FileAccessKeys.open(file(text.toString(), "rw-------"));
  }

  private Path file(String content, String mode) throws IOException {
    Path file = folder.resolve("keys");
    Files.writeString(file, content);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    return file;
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-rw-rw-", "rw------x"})
  void refusesAFileOthersCanReadOrWrite(String mode) throws IOException {
    Path file = file(text.toString(), mode);
    assertThatThrownBy(() -> FileAccessKeys.open(file))
        .isInstanceOf(AccessException.class)
        .hasMessageContaining("others could read the secrets in it; chmod 600 ");
  }

  @Test
  void goesByTheChangedFileFromTheNextRequestOn() throws IOException {
    AccessKeys keys = keys();
    NewAccessKey added = live(Role.ADMIN, "late");
    file(text.toString(), "rw-------");
    assertThat(keys.find(added.key().id())).isPresent();
  }

  @Test
  void goesOnWithTheKeysItHasWhenTheFileIsBroken() throws IOException {
    AccessKeys keys = keys();
    file("[half", "rw-------");
    assertThat(keys.list()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "role = admin | line 1: a [label] must come first",
        "[a]~wJalrXUt | line 2: a line is NAME = VALUE",
        "[a]~secret = wJalrXUt | line 2: a line is NAME = VALUE",
        "[a]~role = admin~role = viewer | line 3: role is there twice",
        "[a]~role = admin | line 1: [a] has no aws_access_key_id",
        "[a]~aws_access_key_id = AKIAX~role = boss | there is no role 'boss'",
        "[a]~aws_access_key_id = AKIAX~role = viewer | [a] has no aws_secret_access_key",
        "[a b]~aws_access_key_id = AKIAX~role = viewer | a label is 1 to 64",
      })
  void saysWhatIsWrongAndWhere(String content, String message) throws IOException {
    Path file = file(content.replace('~', '\n'), "rw-------");
    assertThatThrownBy(() -> FileAccessKeys.open(file))
        .isInstanceOf(AccessException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("wJalrXUt");
  }

  @Test
  void refusesAThirdLiveKeyOfALabel() {
    live(Role.VIEWER, "ann");
    assertThatThrownBy(this::keys).hasMessageContaining("'ann' has more than two live keys");
  }

  @Test
  void refusesAnIdThatIsThereTwice() {
    text.append(text.toString().replace("[ann]", "[bob]"));
    assertThatThrownBy(this::keys).hasMessageContaining("is there twice");
  }
}
