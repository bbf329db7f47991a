package dev.tidewatch.detector.access;

import static java.util.Objects.requireNonNull;

/** A key just made, the only time its secret leaves the server. */
public record NewAccessKey(AccessKey key, Secret secret) {
  public NewAccessKey {
    requireNonNull(key, "key");
    requireNonNull(secret, "secret");
  }
}
