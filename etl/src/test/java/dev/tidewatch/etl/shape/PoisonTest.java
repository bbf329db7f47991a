package dev.tidewatch.etl.shape;

import static dev.tidewatch.etl.shape.RejectReason.BAD_TIMESTAMP;
import static dev.tidewatch.etl.shape.RejectReason.EMPTY;
import static dev.tidewatch.etl.shape.RejectReason.FUTURE;
import static dev.tidewatch.etl.shape.RejectReason.MALFORMED;
import static dev.tidewatch.etl.shape.RejectReason.MISSING_FIELD;
import static dev.tidewatch.etl.shape.RejectReason.NOT_FINITE;
import static dev.tidewatch.etl.shape.RejectReason.NOT_UTF8;
import static dev.tidewatch.etl.shape.RejectReason.OUT_OF_RANGE;
import static dev.tidewatch.etl.shape.RejectReason.TOO_LONG;
import static dev.tidewatch.etl.shape.RejectReason.TOO_OLD;
import static dev.tidewatch.etl.shape.RejectReason.WRONG_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tidewatch.etl.shape.Shop.Side;
import dev.tidewatch.metricset.RecordFormat;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of broken record ends in one place, and harms none of its neighbours. */
class PoisonTest {
  private static final String NOW = "2026-11-20 12:00:00";
  private static final String ACCEPTED = "ACCEPTED";

  static Stream<Arguments> json() {
    return Stream.of(
        arguments("nothing", "", EMPTY),
        arguments("blanks", " \t\r\n", EMPTY),
        arguments("only a line break", "\n", EMPTY),
        arguments("no JSON", "hello", MALFORMED),
        arguments("CSV", NOW + ",ios,uk,1,2", MALFORMED),
        arguments("XML", "<order/>", MALFORMED),
        arguments("an array", "[" + Shop.order(NOW) + "]", MALFORMED),
        arguments("a number", "42", MALFORMED),
        arguments("null", "null", MALFORMED),
        arguments("a string", "\"{}\"", MALFORMED),
        arguments("two objects on a line", Shop.order(NOW) + Shop.order(NOW), MALFORMED),
        arguments("a cut object", "{\"event_time\":\"" + NOW + "\",\"pla", MALFORMED),
        arguments("a trailing comma", "{\"views\":1,}", MALFORMED),
        arguments("single quotes", "{'views':1}", MALFORMED),
        arguments("a comment", "{/* x */}", MALFORMED),
        arguments("a zero byte", "{\"views\":1\u0000}", MALFORMED),
        arguments("UTF-16 in disguise", "{\0\"\0v\0\"\0:\0" + "1\0}\0", MALFORMED),
        arguments("a control character", with("platform", "\"a\u0001b\""), MALFORMED),
        arguments("nested 10,000 deep", with("other", nested(10_000)), MALFORMED),
        arguments("nested 900 deep where nobody looks", with("other", nested(900)), ACCEPTED),
        arguments("a needed key twice", with("views", "1,\"views\":2"), MALFORMED),
        arguments(
            "a needed key twice, once escaped", with("views", "1,\"v\\u0069ews\":2"), MALFORMED),
        arguments("another key twice", with("x", "1,\"x\":2"), ACCEPTED),
        arguments("an escaped key", Shop.order(NOW).replace("views", "v\\u0069ews"), ACCEPTED),
        arguments("half a surrogate pair", with("platform", "\"\\ud800\""), MALFORMED),
        arguments("a whole surrogate pair", with("platform", "\"\\ud83d\\ude00\""), ACCEPTED),
        arguments("a byte order mark", "\uFEFF" + Shop.order(NOW), ACCEPTED),
        arguments("an empty object", "{}", MISSING_FIELD),
        arguments("no timestamp", "{\"views\":1}", MISSING_FIELD),
        arguments("a null timestamp", "{\"event_time\":null,\"views\":1}", MISSING_FIELD),
        arguments("no measure", "{\"event_time\":\"" + NOW + "\"}", MISSING_FIELD),
        arguments("null measures", Shop.order(NOW, "ios", "uk", "null", "\" \""), MISSING_FIELD),
        arguments("one null measure", Shop.order(NOW, "ios", "uk", "null", "1"), ACCEPTED),
        arguments("a null dimension", with("platform", "null"), ACCEPTED),
        arguments("no dimensions", "{\"event_time\":\"" + NOW + "\",\"views\":1}", ACCEPTED),
        arguments("renamed columns", "{\"time\":\"" + NOW + "\",\"Views\":1}", MISSING_FIELD),
        arguments("an object for a dimension", with("platform", "{\"a\":1}"), WRONG_TYPE),
        arguments("an array for a dimension", with("platform", "[]"), WRONG_TYPE),
        arguments("a number for a dimension", with("platform", "7"), ACCEPTED),
        arguments("a boolean for a dimension", with("platform", "true"), ACCEPTED),
        arguments("a long dimension", with("platform", quoted("x".repeat(41))), OUT_OF_RANGE),
        arguments("a dimension of 40", with("platform", quoted("é".repeat(40))), ACCEPTED),
        arguments(
            "a dimension of 1 MB", with("platform", quoted("x".repeat(1 << 20))), OUT_OF_RANGE),
        arguments("formulas", with("platform", quoted("=cmd|' /C calc'!A0")), ACCEPTED),
        arguments("a path", with("platform", quoted("../../%2e%2e/etc/passwd")), ACCEPTED),
        arguments("markup", with("platform", quoted("<script>alert(1)</script>")), ACCEPTED),
        arguments("a look-up", with("platform", quoted("${jndi:ldap://x}")), ACCEPTED),
        arguments("right to left", with("platform", quoted("\u202Eabc")), ACCEPTED),
        arguments("CSV within", with("platform", quoted("a,\\\"b\\\"\\r\\nc")), ACCEPTED),
        arguments("a boolean for a measure", with("views", "true"), WRONG_TYPE),
        arguments("an object for a measure", with("views", "{}"), WRONG_TYPE),
        arguments("text for a measure", with("views", quoted("many")), WRONG_TYPE),
        arguments("thousands separators", with("views", quoted("1,234.5")), WRONG_TYPE),
        arguments("a decimal comma", with("views", quoted("1,5")), WRONG_TYPE),
        arguments("hex", with("views", quoted("0x1F")), WRONG_TYPE),
        arguments("bare hex", with("views", "0x1F"), MALFORMED),
        arguments("a leading zero", with("views", "007"), MALFORMED),
        arguments("a number in a string", with("views", quoted("1234.5")), ACCEPTED),
        arguments("NaN", with("views", "NaN"), NOT_FINITE),
        arguments("NaN in a string", with("views", quoted("NaN")), NOT_FINITE),
        arguments("infinity", with("views", "-Infinity"), NOT_FINITE),
        arguments("1e999", with("views", "1e999"), OUT_OF_RANGE),
        arguments("1e-999", with("views", "1e-999"), ACCEPTED),
        arguments("minus zero", with("views", "-0"), ACCEPTED),
        arguments("a negative count", with("views", "-3"), ACCEPTED),
        arguments("2^53+1", with("views", "9007199254740993"), OUT_OF_RANGE),
        arguments("the largest measure", with("views", "1000000000000000"), ACCEPTED),
        arguments("a number of 100,000 digits", with("views", "1".repeat(100_000)), OUT_OF_RANGE),
        arguments("as many where nobody looks", with("x", "1".repeat(100_000)), ACCEPTED),
        arguments("an object for a timestamp", with("event_time", "{}"), WRONG_TYPE),
        arguments("a boolean for a timestamp", with("event_time", "false"), WRONG_TYPE),
        arguments("epoch seconds", with("event_time", "1795176000"), BAD_TIMESTAMP),
        arguments("epoch milliseconds", with("event_time", quoted("1795176000000")), BAD_TIMESTAMP),
        arguments("ISO", with("event_time", quoted("2026-11-20T12:00:00Z")), BAD_TIMESTAMP),
        arguments("a fraction", with("event_time", quoted(NOW + ",123")), BAD_TIMESTAMP),
        arguments("24:00", with("event_time", quoted("2026-11-20 24:00:00")), BAD_TIMESTAMP),
        arguments(
            "a leap second", with("event_time", quoted("2026-11-20 11:59:60")), BAD_TIMESTAMP),
        arguments("30 February", with("event_time", quoted("2026-02-30 12:00:00")), BAD_TIMESTAMP),
        arguments(
            "a timestamp of 1 MB", with("event_time", quoted("2".repeat(1 << 20))), BAD_TIMESTAMP),
        arguments("year 1", with("event_time", quoted("0001-01-01 00:00:00")), TOO_OLD),
        arguments("the epoch", with("event_time", quoted("1970-01-01 00:00:00")), TOO_OLD),
        arguments("year 9999", with("event_time", quoted("9999-12-31 23:59:59")), FUTURE),
        arguments("tomorrow", with("event_time", quoted("2026-11-21 12:00:00")), FUTURE),
        arguments("an unknown column", with("new_column", "[1,{\"a\":\"}\"}]"), ACCEPTED),
        arguments("12 MB", with("x", quoted("x".repeat(12 << 20))), TOO_LONG),
        arguments("9 MB where nobody looks", with("x", quoted("x".repeat(9 << 20))), ACCEPTED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("json")
  void endsInOnePlace(String kind, String record, Object place) {
    assertPlace(Shop.JSON, Shop.order(NOW), Shop.bytes(record), place);
  }

  static Stream<Arguments> csv() {
    return Stream.of(
        arguments("nothing", "", EMPTY),
        arguments("the header", "event_time,platform,marketplace,views,revenue", BAD_TIMESTAMP),
        arguments("JSON", Shop.order(NOW), MALFORMED),
        arguments("a column less", NOW + ",ios,uk,1", MALFORMED),
        arguments("a column more", NOW + ",ios,uk,1,2,3", MALFORMED),
        arguments("another delimiter", NOW + ";ios;uk;1;2", MALFORMED),
        arguments("an open quote", NOW + ",\"ios,uk,1,2", MALFORMED),
        arguments("text after a quote", NOW + ",\"ios\"x,uk,1,2", MALFORMED),
        arguments("a quote within", NOW + ",5\" pipe,uk,1,2", ACCEPTED),
        arguments("all quoted", "\"" + NOW + "\",\"ios\",\"u,k\",\"1\",\"2\"", ACCEPTED),
        arguments("doubled quotes", NOW + ",\"the \"\"best\"\"\",uk,1,2", ACCEPTED),
        arguments("a quoted line break", NOW + ",\"i\nos\",uk,1,2", ACCEPTED),
        arguments("a trailing CRLF", NOW + ",ios,uk,1,2\r\n", ACCEPTED),
        arguments("empty dimensions", NOW + ",,\"\",1,2", ACCEPTED),
        arguments("an empty measure", NOW + ",ios,uk,,2", ACCEPTED),
        arguments("blanks around a number", NOW + ",ios,uk, 1 ,2", ACCEPTED),
        arguments("no measure", NOW + ",ios,uk,,", MISSING_FIELD),
        arguments("no timestamp", ",ios,uk,1,2", MISSING_FIELD),
        arguments("NULL", NOW + ",ios,uk,NULL,2", WRONG_TYPE),
        arguments("Inf", NOW + ",ios,uk,Inf,2", NOT_FINITE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("csv")
  void endsInOnePlaceInCsv(String kind, String record, Object place) {
    assertPlace(Shop.CSV, NOW + ",ios,uk,1,2", Shop.bytes(record), place);
  }

  static Stream<byte[]> noUtf8() {
    return Stream.of(
        Shop.order(NOW, "Mü", "uk", "1", "1").getBytes(StandardCharsets.ISO_8859_1),
        new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'},
        new byte[] {'{', '"', (byte) 0xC0, (byte) 0x80, '"', '}'},
        new byte[] {(byte) 0xFE, (byte) 0xFF, 0, '{', 0, '}'},
        new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0});
  }

  @ParameterizedTest
  @MethodSource("noUtf8")
  void whatIsNoUtf8IsRejected(byte[] data) {
    assertPlace(Shop.JSON, Shop.order(NOW), data, NOT_UTF8);
    assertPlace(Shop.CSV, NOW + ",ios,uk,1,2", data, NOT_UTF8);
  }

  @Test
  void thousandsOfUnknownKeysDoNotMatter() {
    String keys =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "\"key " + i + "\":\"\\n\",")
            .collect(Collectors.joining());
    String record = Shop.order(NOW).replace("{", "{" + keys);
    assertPlace(Shop.JSON, Shop.order(NOW), Shop.bytes(record), ACCEPTED);
  }

  private static void assertPlace(RecordFormat format, String good, byte[] data, Object place) {
    Side side = new Side();
    RangeShaper shaper =
        new RangeShaper(
            Shop.metricSet(format), ShapeRules.DEFAULT, ShardStart.ofNew("shard"), side);
    long arrival = Shop.NOON.toEpochMilli();
    ShapedRange range =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5),
            () -> {
              shaper.accept("1", 0, arrival, Shop.bytes(good));
              shaper.accept("2", 0, arrival, data);
              shaper.accept("3", 0, arrival, Shop.bytes(good));
              return shaper.finish();
            });
    long inRows =
        range.rows().values().stream()
            .flatMap(rows -> rows.values().stream())
            .mapToLong(RowTotals::records)
            .sum();
    assertThat(range.read()).isEqualTo(3);
    assertThat(range.late()).isEmpty();
    if (place == ACCEPTED) {
      assertThat(side.rejected).isEmpty();
      assertThat(inRows).isEqualTo(3);
      return;
    }
    assertThat(range.rejected()).isEqualTo(Map.of(place, 1L));
    assertThat(inRows).isEqualTo(2);
    assertThat(side.rejected).hasSize(1);
    assertThat(side.rejected.get(0).detail()).isNotBlank().hasSizeLessThan(300);
    assertThat(side.rejected.get(0).record().data()).isSameAs(data);
  }

  /** The usual record with one value replaced, or a key added. */
  private static String with(String key, String value) {
    String order = Shop.order(NOW);
    List<String> usual = List.of("\"" + NOW + "\"", "\"ios\"", "\"uk\"", "1", "2.5");
    List<String> keys = List.of("event_time", "platform", "marketplace", "views", "revenue");
    int at = keys.indexOf(key);
    return at < 0
        ? order.replace("}", ",\"" + key + "\":" + value + "}")
        : order.replace("\"" + key + "\":" + usual.get(at), "\"" + key + "\":" + value);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }
}
