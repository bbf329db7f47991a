package dev.tidewatch.detector.access;

import static java.time.ZoneOffset.UTC;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * When a request says it was signed.
 *
 * @param header which of its headers says so
 */
record RequestTime(String header, Instant time) {
  /** How far the clocks of client and server may be apart, as with AWS. */
  static final Duration SKEW = Duration.ofMinutes(15);

  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(UTC);

  /**
   * Reads {@code X-Amz-Date}, or where that is missing {@code Date}.
   *
   * @throws RequestRefused when there is neither, or more than one of it, or it is no time
   */
  static RequestTime of(SignedRequest request) {
    String header = request.values("X-Amz-Date").isEmpty() ? "date" : "x-amz-date";
    List<String> values = request.values(header);
    if (values.size() != 1) {
      throw RequestRefused.incompleteSignature(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header,"
              + " once.");
    }
    return new RequestTime(header, parse(values.get(0).strip()));
  }

  private static Instant parse(String text) {
    try {
      return text.endsWith("Z")
          ? BASIC.parse(text, Instant::from)
          : DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
    } catch (DateTimeException e) {
      throw RequestRefused.incompleteSignature(
          "Date must be in ISO-8601 'basic format', such as 20261120T172820Z");
    }
  }

  /**
   * Refuses what was signed too long ago, or has yet to be.
   *
   * @throws RequestRefused then
   */
  void checkAgainst(Instant now) {
    Instant earliest = now.minus(SKEW);
    Instant latest = now.plus(SKEW);
    if (time.isBefore(earliest)) {
      throw RequestRefused.invalidSignature(
          String.format(
              "Signature expired: %s is now earlier than %s (%s - 15 min.)",
              text(), BASIC.format(earliest), BASIC.format(now)));
    }
    if (time.isAfter(latest)) {
      throw RequestRefused.invalidSignature(
          String.format(
              "Signature not yet current: %s is still later than %s (%s + 15 min.)",
              text(), BASIC.format(latest), BASIC.format(now)));
    }
  }

  /** As the text to sign has it. */
  String text() {
    return BASIC.format(time);
  }

  /** As the scope has it. */
  String date() {
    return text().substring(0, 8);
  }
}
