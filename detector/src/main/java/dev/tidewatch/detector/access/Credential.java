package dev.tidewatch.detector.access;

import static java.util.Objects.requireNonNull;

/** What a signature is checked with, and whom it speaks for. */
public record Credential(Caller caller, Secret secret) {
  public Credential {
    requireNonNull(caller, "caller");
    requireNonNull(secret, "secret");
  }
}
