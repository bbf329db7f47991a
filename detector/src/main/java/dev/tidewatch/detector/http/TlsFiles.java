package dev.tidewatch.detector.http;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Two PEM files.
 *
 * @param certificates the server's certificate, then those that vouch for it
 * @param key its private key, PKCS #8, without a password
 */
public record TlsFiles(Path certificates, Path key) {
  public TlsFiles {
    requireNonNull(certificates, "certificates");
    requireNonNull(key, "key");
  }
}
