package dev.tidewatch.detector.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals a position in a listing so that only this server can have written it, for one listing, for
 * 24 hours (contract, section 3.6). A position is not secret, only unforgeable.
 */
final class PageTokens {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration LIFE = Duration.ofHours(24);
  private static final int SEAL_BYTES = 32;

  private final SecretKeySpec key;
  private final Clock clock;

  PageTokens(byte[] key, Clock clock) {
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.clock = clock;
  }

  String issue(String listing, String position) {
    byte[] text = position.getBytes(StandardCharsets.UTF_8);
    byte[] content =
        ByteBuffer.allocate(Long.BYTES + text.length)
            .putLong(clock.instant().plus(LIFE).getEpochSecond())
            .put(text)
            .array();
    // The time first: a token that began with '-' would be an option to the AWS CLI.
    byte[] token =
        ByteBuffer.allocate(content.length + SEAL_BYTES)
            .put(content)
            .put(seal(listing, content))
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  String position(String listing, String token) {
    byte[] bytes = decode(token);
    int size = bytes.length - SEAL_BYTES;
    byte[] content = Arrays.copyOf(bytes, size);
    byte[] seal = Arrays.copyOfRange(bytes, size, bytes.length);
    if (!MessageDigest.isEqual(seal, seal(listing, content))) {
      throw foreign();
    }
    ByteBuffer read = ByteBuffer.wrap(content);
    if (!clock.instant().isBefore(Instant.ofEpochSecond(read.getLong()))) {
      throw wrong("has expired after 24 hours");
    }
    return StandardCharsets.UTF_8.decode(read).toString();
  }

  private static byte[] decode(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      if (bytes.length < SEAL_BYTES + Long.BYTES) {
        throw foreign();
      }
      return bytes;
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
  }

  private byte[] seal(String listing, byte[] content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] name = listing.getBytes(StandardCharsets.UTF_8);
      mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).array());
      mac.update(name);
      return mac.doFinal(content);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }

  private static ApiError foreign() {
    return wrong("is not one this server gave for these arguments");
  }

  private static ApiError wrong(String what) {
    return ApiError.validation(
        "NextToken", what + "; call again without it to begin at the first page.");
  }
}
