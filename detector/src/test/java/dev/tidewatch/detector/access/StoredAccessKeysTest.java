package dev.tidewatch.detector.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.detector.store.SqliteDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredAccessKeysTest extends AccessKeysContract {
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

  private SqliteDatabase database;
  private StoredAccessKeys stored;

  @Override
  NewAccessKey live(Role role, String label) {
    return stored().create(role, label);
  }

  @Override
  NewAccessKey revoked(Role role, String label) {
    NewAccessKey made = stored().create(role, label);
    stored.revoke(made.key().id());
    return made;
  }

  @Override
  AccessKeys keys() {
    return stored();
  }

  private StoredAccessKeys stored() {
    if (stored == null) {
      database = SqliteDatabase.open(folder.resolve("detector.db"));
      stored = keysUnder("detector.key");
    }
    return stored;
  }

  private StoredAccessKeys keysUnder(String keyFile) {
    SecureRandom random = new SecureRandom();
    return new StoredAccessKeys(
        database, SecretCipher.under(folder.resolve(keyFile), random), random, Clock.systemUTC());
  }

  @BeforeEach
  void open() {
    stored();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void makesIdsAndSecretsAsAwsDoes() {
    NewAccessKey made = stored.create(Role.ADMIN, "setup");
    assertThat(made.key().id()).matches("AKIA[A-Z2-7]{16}");
    assertThat(made.secret().reveal()).matches("[A-Za-z0-9+/]{40}");
  }

  @Test
  void refusesAThirdLiveKeyOfALabel() {
    assertThatThrownBy(() -> stored.create(Role.VIEWER, "ann"))
        .isInstanceOf(AccessException.class)
        .hasMessageContaining("'ann' has two live keys")
        .hasMessageEndingWith("revoke one of them first");
    stored.revoke(stored.list().get(0).id());
    assertThat(stored.create(Role.VIEWER, "ann")).isNotNull();
  }

  @Test
  void cannotRevokeWhatIsNotThere() {
    assertThatThrownBy(() -> stored.revoke("AKIANOTTHERE"))
        .hasMessage("there is no access key AKIANOTTHERE");
  }

  @Test
  void refusesALabelThatCouldBreakALine() {
    assertThatThrownBy(() -> stored.create(Role.VIEWER, "a\nAWS_ACCESS_KEY_ID=b"))
        .isInstanceOf(AccessException.class)
        .hasMessageStartingWith("a label is 1 to 64 letters");
  }

  @Test
  void notesUseOnceAMinute() {
    String id = stored.list().get(0).id();
    stored.used(id, NOON);
    stored.used(id, NOON.plusSeconds(59));
    assertThat(lastUse(id)).isEqualTo(NOON);
    stored.used(id, NOON.plusSeconds(60));
    assertThat(lastUse(id)).isEqualTo(NOON.plusSeconds(60));
  }

  private Instant lastUse(String id) {
    return stored.list().stream()
        .filter(key -> key.id().equals(id))
        .findFirst()
        .flatMap(AccessKey::used)
        .orElseThrow();
  }

  @Test
  void keepsNoSecretReadableOnTheDisk() throws IOException {
    NewAccessKey made = stored.create(Role.ADMIN, "canary");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContain(made.secret().reveal());
      }
    }
  }

  @Test
  void cannotOpenSecretsUnderAnotherKey() {
    StoredAccessKeys others = keysUnder("other.key");
    String id = stored.list().get(0).id();
    assertThatThrownBy(() -> others.find(id))
        .isInstanceOf(AccessException.class)
        .hasMessageContaining("sealed under another key than that of")
        .hasMessageContaining("other.key");
  }

  /** A sealed secret moved to a row of more rights does not open there. */
  @Test
  void bindsASecretToItsKey() {
    String from = stored.list().get(0).id();
    String to = stored.create(Role.ADMIN, "boss").key().id();
    database.change(
        handle ->
            handle.execute(
                "UPDATE access_key SET secret = (SELECT secret FROM access_key WHERE id = ?)"
                    + " WHERE id = ?",
                from,
                to));
    assertThatThrownBy(() -> stored.find(to)).isInstanceOf(AccessException.class);
  }
}
