package dev.tidewatch.detector.console.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/**
 * A sentence about what a visitor just did, shown once at the top of the next page.
 *
 * @param good whether it was done
 */
public record Notice(boolean good, String text) {
  private static final int LONGEST = 600;

  public Notice {
    text = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  public static Notice done(String text) {
    return new Notice(true, text);
  }

  public static Notice refused(String text) {
    return new Notice(false, text);
  }

  /** As a cookie carries it to the next page. */
  String carried() {
    return (good ? "1" : "0")
        + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  static Optional<Notice> of(String carried) {
    try {
      return Optional.of(
          new Notice(
              carried.startsWith("1"),
              new String(Base64.getUrlDecoder().decode(carried.substring(1)), UTF_8)));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException unreadable) {
      return Optional.empty();
    }
  }
}
