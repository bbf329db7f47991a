package dev.tidewatch.detector.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what must not be read at rest: AES-256-GCM under the key of a key file. What is sealed for
 * one purpose does not open for another. Safe for use by many threads.
 */
public final class SecretCipher {
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Path keyFile;
  private final SecretKey key;
  private final SecureRandom random;

  private SecretCipher(Path keyFile, SecretKey key, SecureRandom random) {
    this.keyFile = keyFile;
    this.key = key;
    this.random = random;
  }

  /**
   * Reads the key file, and makes it with mode 0600 where there is none.
   *
   * @throws AccessException when others may read it, or it is no key
   */
  public static SecretCipher under(Path keyFile, SecureRandom random) {
    requireNonNull(random, "random");
    try {
      if (!Files.exists(keyFile)) {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        PrivateFile.create(keyFile, fresh); // made by another just now: theirs is read
      }
      byte[] bytes = PrivateFile.read(keyFile);
      if (bytes.length != KEY_BYTES) {
        throw new AccessException(
            keyFile
                + " is no key file: it has "
                + bytes.length
                + " bytes instead of "
                + KEY_BYTES
                + "; restore it from a backup");
      }
      return new SecretCipher(keyFile, new SecretKeySpec(bytes, "AES"), random);
    } catch (IOException e) {
      throw new AccessException("cannot use the key file " + keyFile + ": " + e.getMessage(), e);
    }
  }

  /** A key for another use that follows from this one and is the same after a restart. */
  public byte[] derived(String purpose) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
      return mac.doFinal(purpose.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AccessException("this Java cannot do HMAC: " + e.getMessage(), e);
    }
  }

  byte[] seal(byte[] plain, String purpose) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, plain, purpose);
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  /**
   * Opens what was sealed for the purpose.
   *
   * @throws AccessException when it was not, or under another key
   */
  byte[] open(byte[] sealed, String purpose) {
    if (sealed.length <= NONCE_BYTES) {
      throw notOurs();
    }
    ByteBuffer parts = ByteBuffer.wrap(sealed);
    byte[] nonce = new byte[NONCE_BYTES];
    parts.get(nonce);
    byte[] rest = new byte[parts.remaining()];
    parts.get(rest);
    return run(Cipher.DECRYPT_MODE, nonce, rest, purpose);
  }

  private byte[] run(int mode, byte[] nonce, byte[] text, String purpose) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(purpose.getBytes(UTF_8));
      return cipher.doFinal(text);
    } catch (AEADBadTagException e) {
      throw notOurs();
    } catch (GeneralSecurityException e) {
      throw new AccessException("this Java cannot do AES-GCM: " + e.getMessage(), e);
    }
  }

  private AccessException notOurs() {
    return new AccessException(
        "a secret does not open: it was changed, or sealed under another key than that of "
            + keyFile);
  }
}
