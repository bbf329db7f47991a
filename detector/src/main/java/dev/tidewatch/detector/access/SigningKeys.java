package dev.tidewatch.detector.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Derives the key a day's requests are signed with, and remembers today's: those of another day are
 * derived each time, and with the first request of a new day all are forgotten.
 */
final class SigningKeys {
  private static final int MOST = 4_096;

  private final AtomicReference<Day> today = new AtomicReference<>(new Day(""));

  private record Place(String keyId, String region, String service) {}

  private record Derived(Secret secret, SecretKey key) {}

  private record Day(String date, Map<Place, Derived> keys) {
    Day(String date) {
      this(date, new ConcurrentHashMap<>());
    }
  }

  /**
   * The key of a signature's scope.
   *
   * @param date what the clock says, {@code yyyyMMdd}
   */
  SecretKey of(AuthorizationHeader signed, Secret secret, String date) {
    Day day = today.updateAndGet(held -> held.date().equals(date) ? held : new Day(date));
    if (!signed.date().equals(date)) {
      return derive(signed, secret);
    }
    Place place = new Place(signed.keyId(), signed.region(), signed.service());
    Derived known = day.keys().get(place);
    if (known != null && known.secret().equals(secret)) {
      return known.key();
    }
    if (day.keys().size() >= MOST) {
      day.keys().clear();
    }
    SecretKey key = derive(signed, secret);
    day.keys().put(place, new Derived(secret, key));
    return key;
  }

  static SecretKey derive(AuthorizationHeader signed, Secret secret) {
    SecretKey key = key(("AWS4" + secret.reveal()).getBytes(UTF_8));
    for (String part :
        new String[] {signed.date(), signed.region(), signed.service(), "aws4_request"}) {
      key = key(Hashes.authenticate(key, part));
    }
    return key;
  }

  private static SecretKey key(byte[] bytes) {
    return new SecretKeySpec(bytes, Hashes.MAC);
  }
}
