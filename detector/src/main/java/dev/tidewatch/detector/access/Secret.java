package dev.tidewatch.detector.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/** The secret half of an access key. Never prints itself. */
public final class Secret {
  private final byte[] bytes;

  private Secret(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Secret of(String text) {
    if (text.isEmpty()) {
      throw new AccessException("a secret must not be empty");
    }
    return new Secret(text.getBytes(UTF_8));
  }

  /** The secret itself: for its holder's eyes and for deriving keys, never for a log. */
  public String reveal() {
    return new String(bytes, UTF_8);
  }

  /** Takes as long for a wrong secret as for the right one. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Secret.class.hashCode(); // the same for all: tells nothing
  }

  @Override
  public String toString() {
    return "[secret]";
  }
}
