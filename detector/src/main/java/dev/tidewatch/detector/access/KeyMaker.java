package dev.tidewatch.detector.access;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes ids and secrets that look like AWS's: clients check their form. */
final class KeyMaker {
  static final String LASTING = "AKIA";
  static final String TEMPORARY = "ASIA";

  private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int ID_CHARACTERS = 16;
  private static final int SECRET_BYTES = 30; // 40 characters

  private final SecureRandom random;

  KeyMaker(SecureRandom random) {
    this.random = requireNonNull(random, "random");
  }

  String id(String prefix) {
    StringBuilder id = new StringBuilder(prefix);
    for (int i = 0; i < ID_CHARACTERS; i++) {
      id.append(BASE_32.charAt(random.nextInt(BASE_32.length())));
    }
    return id.toString();
  }

  Secret secret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Secret.of(Base64.getEncoder().encodeToString(bytes));
  }
}
