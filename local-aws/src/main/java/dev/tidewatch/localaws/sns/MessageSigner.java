package dev.tidewatch.localaws.sns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Signs messages with a key pair of its own, so that receivers can check where they come from. */
final class MessageSigner {
  private static final Duration VALIDITY = Duration.ofDays(3_650);

  private final KeyPair keys;
  private final String certificate;

  private MessageSigner(KeyPair keys, String certificate) {
    this.keys = keys;
    this.certificate = certificate;
  }

  static MessageSigner generate(String commonName, Instant now) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      KeyPair keys = generator.generateKeyPair();
      // Receivers may live at another time than the clock handed in.
      Instant from = now.minus(VALIDITY);
      return new MessageSigner(
          keys, SelfSignedCertificate.pem(keys, commonName, from, now.plus(VALIDITY)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has RSA with SHA-256", missing);
    }
  }

  /** PEM text. */
  String certificate() {
    return certificate;
  }

  /**
   * @param version "1" for SHA-1, "2" for SHA-256
   * @return base64
   */
  String sign(String version, String text) {
    try {
      Signature signature =
          Signature.getInstance(version.equals("2") ? "SHA256withRSA" : "SHA1withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has RSA with SHA-1 and SHA-256", missing);
    }
  }
}
