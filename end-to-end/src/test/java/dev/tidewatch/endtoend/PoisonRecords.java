package dev.tidewatch.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Records that break careless readers: those that are to be rejected, and those that are not. */
final class PoisonRecords {
  static final String TIME = "2025-03-03 00:01:00";
  private static final int MEBIBYTE = 1 << 20;

  /** Hostile, but values like any other. */
  private static final List<String> HOSTILE =
      List.of(
          "plain",
          "a,b",
          "say \"hi\"",
          "two\nlines",
          "two\r\nlines",
          "\"",
          ",",
          "=cmd|' /C calc'!A0",
          "+1",
          "-1",
          "@SUM(A1)",
          "\tindented",
          " blanks around ",
          "../../%2e%2e/etc/passwd",
          "<script>alert(1)</script>",
          "${jndi:ldap://x}",
          "'; DROP TABLE views; --",
          "\u202Eright to left",
          "\uD83D\uDE00",
          "é".repeat(40),
          "other",
          "null",
          "");

  private PoisonRecords() {}

  /** A record with a hostile value that is to be counted. */
  record Good(String platform, int views) {
    String json(String time) {
      String escaped =
          platform
              .replace("\\", "\\\\")
              .replace("\"", "\\\"")
              .replace("\n", "\\n")
              .replace("\r", "\\r")
              .replace("\t", "\\t");
      return "{\"event_time\":\"%s\",\"platform\":\"%s\",\"marketplace\":\"uk\",\"views\":%d,\"revenue\":0.1}"
          .formatted(time, escaped, views);
    }

    String csv(String time) {
      String quoted = "\"" + platform.replace("\"", "\"\"") + "\"";
      return "%s,uk,%s,%d,0.1".formatted(quoted, time, views);
    }

    /** The line of the interval's file when the record came twice. */
    String lineOfTwo(String intervalStart) {
      boolean quotes = platform.matches("(?s).*[,\"\r\n].*");
      String field = quotes ? "\"" + platform.replace("\"", "\"\"") + "\"" : platform;
      return "%s,%s,uk,%d,0.2\n".formatted(intervalStart, field, 2 * views);
    }
  }

  /** A record that is to be rejected. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Bad(String reason, byte[] data) {
    static Bad of(String reason, String text) {
      return new Bad(reason, text.getBytes(UTF_8));
    }

    /** As {@link PoisonTest} reads it from the rejected area. */
    String asRejected() {
      return reason + " " + Base64.getEncoder().encodeToString(data);
    }
  }

  static List<Good> good() {
    return HOSTILE.stream().map(value -> new Good(value, HOSTILE.indexOf(value) + 1)).toList();
  }

  static List<Bad> json() {
    String fine = new Good("plain", 1).json(TIME);
    return Stream.concat(
            Stream.of(
                Bad.of("EMPTY", ""),
                Bad.of("EMPTY", " \t"),
                Bad.of("MALFORMED", "hello"),
                Bad.of("MALFORMED", "<heartbeat/>"),
                Bad.of("MALFORMED", "[" + fine + "]"),
                Bad.of("MALFORMED", "42"),
                Bad.of("MALFORMED", "null"),
                Bad.of("MALFORMED", "\"{}\""),
                Bad.of("MALFORMED", fine + fine),
                Bad.of("MALFORMED", fine.substring(0, 40)),
                Bad.of("MALFORMED", "{\"views\":1,}"),
                Bad.of("MALFORMED", "{'views':1}"),
                Bad.of("MALFORMED", "{\"views\":1\u0000}"),
                Bad.of("MALFORMED", with("\"other\"", "[".repeat(10_000) + "]".repeat(10_000))),
                Bad.of("MALFORMED", fine.replace("\"views\":1", "\"views\":1,\"views\":2")),
                Bad.of("MALFORMED", fine.replace("plain", "\\ud800")),
                Bad.of("MALFORMED", fine.replace("plain", "a\u0001b")),
                Bad.of("MALFORMED", fine.replace(":1,", ":007,")),
                Bad.of("MISSING_FIELD", "{}"),
                Bad.of("MISSING_FIELD", "{\"views\":1}"),
                Bad.of("MISSING_FIELD", fine.replace("event_time", "eventtime")),
                Bad.of("MISSING_FIELD", fine.replace("views", "Views").replace("revenue", "r")),
                Bad.of("WRONG_TYPE", fine.replace("\"plain\"", "{\"a\":1}")),
                Bad.of("WRONG_TYPE", fine.replace(":1,", ":true,")),
                Bad.of("WRONG_TYPE", fine.replace(":1,", ":\"many\",")),
                Bad.of("WRONG_TYPE", fine.replace(":1,", ":\"1,234.5\",")),
                Bad.of("WRONG_TYPE", fine.replace(":1,", ":\"0x1F\",")),
                Bad.of("NOT_FINITE", fine.replace(":1,", ":NaN,")),
                Bad.of("NOT_FINITE", fine.replace(":1,", ":\"-Infinity\",")),
                Bad.of("OUT_OF_RANGE", fine.replace(":1,", ":1e999,")),
                Bad.of("OUT_OF_RANGE", fine.replace(":1,", ":9007199254740993,")),
                Bad.of("OUT_OF_RANGE", fine.replace("plain", "x".repeat(41))),
                Bad.of("OUT_OF_RANGE", fine.replace("plain", "x".repeat(MEBIBYTE - 500))),
                Bad.of("BAD_TIMESTAMP", fine.replace(TIME, "2025-03-03T00:01:00Z")),
                Bad.of("BAD_TIMESTAMP", fine.replace(TIME, "2025-02-30 00:01:00")),
                Bad.of("BAD_TIMESTAMP", fine.replace(TIME, "2025-03-03 24:00:00")),
                Bad.of("BAD_TIMESTAMP", fine.replace("\"" + TIME + "\"", "1740960060")),
                Bad.of("TOO_OLD", fine.replace("2025", "0001"))),
            noUtf8(fine))
        .toList();
  }

  static List<Bad> csv() {
    String fine = "plain,uk," + TIME + ",1,0.1";
    return Stream.concat(
            Stream.of(
                Bad.of("EMPTY", ""),
                Bad.of("MALFORMED", new Good("plain", 1).json(TIME)),
                Bad.of("MALFORMED", "plain,uk," + TIME + ",1"),
                Bad.of("MALFORMED", fine + ",3"),
                Bad.of("MALFORMED", fine.replace(',', ';')),
                Bad.of("MALFORMED", fine.replace("plain", "\"plain\"x")),
                Bad.of("BAD_TIMESTAMP", "platform,marketplace,event_time,views,revenue"),
                Bad.of("MISSING_FIELD", fine.replace("1,0.1", ",")),
                Bad.of("MISSING_FIELD", fine.replace(TIME, "")),
                Bad.of("WRONG_TYPE", fine.replace(",1,", ",NULL,")),
                Bad.of("NOT_FINITE", fine.replace(",1,", ",Inf,")),
                Bad.of("NOT_FINITE", fine.replace(",1,", ",NaN,")),
                Bad.of("OUT_OF_RANGE", fine.replace(",1,", ",1e999,")),
                Bad.of("OUT_OF_RANGE", fine.replace("plain", "x".repeat(41))),
                Bad.of("OUT_OF_RANGE", fine.replace("plain", "x".repeat(MEBIBYTE - 500))),
                Bad.of("BAD_TIMESTAMP", fine.replace(TIME, "03/03/2025")),
                Bad.of("TOO_OLD", fine.replace("2025", "0001"))),
            Stream.concat(
                noUtf8(fine),
                // Last: in a file it would take what follows, up to the next quote, with it.
                Stream.of(Bad.of("MALFORMED", "\"plain,uk," + TIME + ",1,0.1"))))
        .toList();
  }

  /** Rejected from a stream only: files tell no arrival for it to be ahead of. */
  static Bad future(String fine) {
    return Bad.of("FUTURE", fine.replace("2025", "2035"));
  }

  /** More than a record of a stream can hold. */
  static Bad tooLong() {
    return Bad.of("TOO_LONG", "x".repeat(12 * MEBIBYTE));
  }

  private static Stream<Bad> noUtf8(String fine) {
    return Stream.of(
        new Bad("NOT_UTF8", fine.replace("plain", "Mü").getBytes(StandardCharsets.ISO_8859_1)),
        new Bad("NOT_UTF8", new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}),
        new Bad("NOT_UTF8", new byte[] {(byte) 0xFE, (byte) 0xFF, 0, '{', 0, '}'}),
        new Bad("NOT_UTF8", new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0}));
  }

  private static String with(String key, String value) {
    return new Good("plain", 1).json(TIME).replace("}", "," + key + ":" + value + "}");
  }
}
