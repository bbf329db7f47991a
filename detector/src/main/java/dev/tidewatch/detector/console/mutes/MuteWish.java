package dev.tidewatch.detector.console.mutes;

import dev.tidewatch.detector.wire.ApiError;
import dev.tidewatch.scoring.cube.Scope;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a form asks not to hear of.
 *
 * @param measure empty: any
 * @param scope of what part; empty: all
 */
record MuteWish(String measure, Scope scope, Instant until) {
  /** A mute is for a while: what is never wanted is a matter of the alert's filters. */
  private static final Duration LONGEST = Duration.ofDays(366);

  /** A refusal in a sentence, without a word about members of a request. */
  static ApiError refusal(String sentence) {
    return ApiError.refused("ValidationException", 400, sentence);
  }

  /**
   * @param parts each {@code name:value}
   * @throws ApiError when one is not
   */
  static Scope scope(List<String> parts) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String part : parts) {
      int colon = part.indexOf(':');
      if (colon < 1) {
        throw refusal("“" + shown(part) + "” is no dimension:value, such as marketplace:uk.");
      }
      String name = part.substring(0, colon);
      if (values.put(name, part.substring(colon + 1)) != null) {
        throw refusal("A mute has one value of “" + shown(name) + "”; make two of it.");
      }
    }
    return new Scope(values);
  }

  /**
   * When it ends.
   *
   * @param hours from now, such as {@code 4}; empty: until a time
   * @param until such as {@code 2026-11-20T18:00}, in a zone
   * @throws ApiError when neither is given, or it is none
   */
  static Instant end(String hours, String until, Instant now, ZoneId zone) {
    Instant end = hours.isEmpty() ? time(until, zone) : now.plus(length(hours));
    if (end.isAfter(now.plus(LONGEST))) {
      throw refusal("A mute lasts a year at most.");
    }
    return end;
  }

  private static Duration length(String hours) {
    if (!hours.matches("[0-9]{1,4}") || Integer.parseInt(hours) == 0) {
      throw refusal("“" + shown(hours) + "” is no number of hours.");
    }
    return Duration.ofHours(Integer.parseInt(hours));
  }

  private static Instant time(String text, ZoneId zone) {
    if (text.isEmpty()) {
      throw refusal("Say how long nothing is to be heard of it, or until when.");
    }
    try {
      return text.endsWith("Z")
          ? Instant.parse(text)
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException none) {
      throw refusal("“" + shown(text) + "” is no time such as 2026-11-20T18:00.");
    }
  }

  private static String shown(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
