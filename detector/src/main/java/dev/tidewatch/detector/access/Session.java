package dev.tidewatch.detector.access;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Temporary credentials. Prints itself without what lets anybody in. */
public record Session(String id, Secret secret, String token, Instant expires) {
  public Session {
    requireNonNull(id, "id");
    requireNonNull(secret, "secret");
    requireNonNull(token, "token");
    requireNonNull(expires, "expires");
  }

  @Override
  public String toString() {
    return "Session[id=" + id + ", expires=" + expires + "]";
  }
}
