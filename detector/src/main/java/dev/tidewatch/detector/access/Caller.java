package dev.tidewatch.detector.access;

import static java.util.Objects.requireNonNull;

/**
 * Who sent a request.
 *
 * @param keyId the access key; of temporary credentials the one they were issued for
 * @param role what the caller may do
 */
public record Caller(String keyId, Role role) {
  public Caller {
    requireNonNull(keyId, "keyId");
    requireNonNull(role, "role");
  }
}
