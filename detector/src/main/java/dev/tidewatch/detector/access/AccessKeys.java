package dev.tidewatch.detector.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where access keys are kept. Safe for use by many threads. */
public interface AccessKeys {
  /** The credential of an active key; a revoked one is as unknown as one that never was. */
  Optional<Credential> find(String id);

  /** All keys, revoked ones too, by label and age. */
  List<AccessKey> list();

  /** Takes note that a key was used; to the minute, where it is kept at all. */
  void used(String id, Instant when);
}
