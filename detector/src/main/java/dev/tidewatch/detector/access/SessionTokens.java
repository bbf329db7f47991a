package dev.tidewatch.detector.access;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * Issues temporary credentials and recognises them again. All there is to know of one is in its
 * token, sealed: nothing is kept. They end by the clock, or with the key they were issued for.
 */
public final class SessionTokens {
  /** The shortest and longest life of temporary credentials, as AWS has it. */
  public static final Duration SHORTEST = Duration.ofMinutes(15);

  public static final Duration LONGEST = Duration.ofHours(36);

  private final AccessKeys keys;
  private final SecretCipher cipher;
  private final KeyMaker maker;
  private final Clock clock;

  public SessionTokens(AccessKeys keys, SecretCipher cipher, SecureRandom random, Clock clock) {
    this.keys = requireNonNull(keys, "keys");
    this.cipher = requireNonNull(cipher, "cipher");
    this.maker = new KeyMaker(random);
    this.clock = requireNonNull(clock, "clock");
  }

  /**
   * Temporary credentials that act for a key.
   *
   * @throws AccessException when there is no such live key, the role is above its own, or the time
   *     is too short or too long
   */
  public Session issue(String keyId, Role role, Duration life) {
    Caller issuer =
        keys.find(keyId)
            .orElseThrow(() -> new AccessException("there is no live access key " + keyId))
            .caller();
    if (!issuer.role().includes(role)) {
      throw new AccessException(
          "a session of " + keyId + " can be " + issuer.role().label() + " at most");
    }
    if (life.compareTo(SHORTEST) < 0 || life.compareTo(LONGEST) > 0) {
      throw new AccessException(
          "a session lasts 15 minutes to 36 hours, not " + life.toSeconds() + " seconds");
    }
    String id = maker.id(KeyMaker.TEMPORARY);
    Secret secret = maker.secret();
    Instant expires = Instant.ofEpochSecond(clock.instant().plus(life).getEpochSecond());
    byte[] content = new SessionContent(keyId, role, expires, secret).toBytes();
    String token = Base64.getEncoder().encodeToString(cipher.seal(content, purpose(id)));
    return new Session(id, secret, token, expires);
  }

  /**
   * The credential of a token.
   *
   * @throws RequestRefused when the token is not ours or another id's, has expired, or its key has
   *     been revoked
   */
  Credential open(String id, String token) {
    SessionContent content = SessionContent.of(unseal(id, token));
    if (!clock.instant().isBefore(content.expires())) {
      throw RequestRefused.expiredToken();
    }
    Caller issuer =
        keys.find(content.keyId()).orElseThrow(RequestRefused::unrecognizedClient).caller();
    Role role = issuer.role().includes(content.role()) ? content.role() : issuer.role();
    return new Credential(new Caller(issuer.keyId(), role), content.secret());
  }

  private byte[] unseal(String id, String token) {
    try {
      return cipher.open(Base64.getDecoder().decode(token), purpose(id));
    } catch (AccessException | IllegalArgumentException e) {
      throw RequestRefused.unrecognizedClient();
    }
  }

  private static String purpose(String id) {
    return "session:" + id;
  }
}
