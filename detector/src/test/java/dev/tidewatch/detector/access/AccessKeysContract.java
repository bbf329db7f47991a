package dev.tidewatch.detector.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds wherever access keys are kept. */
abstract class AccessKeysContract {
  @TempDir Path folder;

  private NewAccessKey ann;
  private NewAccessKey annsNext;
  private NewAccessKey gone;
  private AccessKeys keys;

  abstract NewAccessKey live(Role role, String label) throws IOException;

  abstract NewAccessKey revoked(Role role, String label) throws IOException;

  /** All that were made. */
  abstract AccessKeys keys() throws IOException;

  @BeforeEach
  void make() throws IOException {
    ann = live(Role.OPERATOR, "ann");
    annsNext = live(Role.VIEWER, "ann");
    gone = revoked(Role.ADMIN, "robot");
    keys = keys();
  }

  @Test
  void findsTheSecretOfALiveKey() {
    Credential found = keys.find(ann.key().id()).orElseThrow();
    assertThat(found.caller()).isEqualTo(new Caller(ann.key().id(), Role.OPERATOR));
    assertThat(found.secret()).isEqualTo(ann.secret());
  }

  @Test
  void keepsTwoLiveKeysOfALabelWhileItIsRotated() {
    assertThat(keys.find(annsNext.key().id()).orElseThrow().secret())
        .isEqualTo(annsNext.secret())
        .isNotEqualTo(ann.secret());
  }

  @Test
  void knowsNoRevokedKey() {
    assertThat(keys.find(gone.key().id())).isEmpty();
  }

  @Test
  void knowsNoKeyThatNeverWas() {
    assertThat(keys.find("AKIANEVERWAS")).isEmpty();
    assertThat(keys.find("")).isEmpty();
  }

  @Test
  void listsAllKeysByLabelRevokedOnesToo() {
    assertThat(keys.list()).extracting(AccessKey::label).containsExactly("ann", "ann", "robot");
    assertThat(keys.list()).extracting(AccessKey::active).containsExactly(true, true, false);
    assertThat(keys.list()).extracting(AccessKey::role).contains(Role.ADMIN, Role.OPERATOR);
  }

  @Test
  void namesNoSecretWhenPrinted() {
    String printed = keys + "" + keys.list() + keys.find(ann.key().id()) + ann;
    assertThat(printed).doesNotContain(ann.secret().reveal());
  }

  @Test
  void takesNoteOfUse() {
    keys.used(ann.key().id(), Instant.parse("2026-11-28T10:00:00Z"));
    assertThat(keys.find(ann.key().id())).isPresent();
  }
}
