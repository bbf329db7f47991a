package dev.tidewatch.detector.console.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells forms of our own pages from forged ones. Each page holds the seal of its session under a
 * mask of its own, so that what compression gives away of one page says nothing of the next.
 */
public final class FormSeal {
  private static final int SEAL = 32;

  private final SecretKeySpec key;
  private final SecureRandom random;

  /**
   * @param key 32 bytes that stay the same over a restart
   */
  public FormSeal(byte[] key, SecureRandom random) {
    this.key = new SecretKeySpec(key, "HmacSHA256");
    this.random = random;
  }

  /**
   * What a form carries.
   *
   * @param bearer the session's token, or what else stands for who is signed in
   */
  public String seal(String bearer) {
    byte[] masked = new byte[2 * SEAL];
    random.nextBytes(masked);
    byte[] seal = mac(bearer);
    for (int i = 0; i < SEAL; i++) {
      masked[SEAL + i] = (byte) (masked[i] ^ seal[i]);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(masked);
  }

  public boolean fits(String carried, String bearer) {
    byte[] masked;
    try {
      masked = Base64.getUrlDecoder().decode(carried);
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (masked.length != 2 * SEAL) {
      return false;
    }
    byte[] seal = new byte[SEAL];
    for (int i = 0; i < SEAL; i++) {
      seal[i] = (byte) (masked[i] ^ masked[SEAL + i]);
    }
    return MessageDigest.isEqual(seal, mac(bearer));
  }

  private byte[] mac(String bearer) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(bearer.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
