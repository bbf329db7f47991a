package dev.tidewatch.metricset.timestamp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampFormatTest {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM-dd HH:mm:ss, 2021-06-02 22:35:07, 2021-06-02T22:35:07Z",
    "yyyy-MM-dd HH:mm:ss.s, 2021-06-02 22:35:07.0, 2021-06-02T22:35:07Z",
    "yyyy-MM-dd HH:mm:ss.s, 2021-06-02 22:35:07, 2021-06-02T22:35:07Z",
    "yyyy-MM-dd HH:mm:ss.SSS, 2021-06-02 22:35:07.25, 2021-06-02T22:35:07.250Z",
    "yyyy-MM-dd HH:mm:ss.S, 2021-06-02 22:35:07.123456789, 2021-06-02T22:35:07.123456789Z",
    "'yyyy-MM-dd HH:mm:ss,SSS', '2021-06-02 22:35:07,5', 2021-06-02T22:35:07.500Z",
    "yyyyMMddHHmmssSSS, 20210602223507123, 2021-06-02T22:35:07.123Z",
    "yyyyMMddHHmmss, 20210602223507, 2021-06-02T22:35:07Z",
    "yyyy-MM-DD HH:mm, 2021-06-02 22:35, 2021-06-02T22:35:00Z",
    "yyyy-MM-dd HH, 2021-06-02 22, 2021-06-02T22:00:00Z",
    "MM/dd/yyyy hh:mm a, 06/02/2021 10:35 pm, 2021-06-02T22:35:00Z",
    "MM/dd/yyyy hh:mm a, 06/02/2021 12:35 AM, 2021-06-02T00:35:00Z",
    "dd-MMM-yyyy, 02-JUN-2021, 2021-06-02T00:00:00Z",
    "d MMMM yyyy H:mm, 2 june 2021 7:05, 2021-06-02T07:05:00Z",
    "M/d/yy, 6/2/21, 2021-06-02T00:00:00Z",
    "yyyy-MM-dd'T'HH:mm:ssX, 2021-06-02T22:35:07Z, 2021-06-02T22:35:07Z",
    "yyyy-MM-dd'T'HH:mm:ssXXX, 2021-06-02T22:35:07+02:00, 2021-06-02T20:35:07Z",
    "yyyy-MM-dd'T'HH:mm:ss.SSSX, 2021-06-02T22:35:07.25Z, 2021-06-02T22:35:07.250Z",
    "yyyy-MM-dd'T'HH:mm:ss.SSSX, 2021-06-02T22:35:07-05, 2021-06-03T03:35:07Z",
    "yyyy-MM-dd HH:mm:ss Z, 2021-06-02 22:35:07 +0530, 2021-06-02T17:05:07Z",
    "yyyy-MM-dd HH:mm:ss VV, 2021-06-02 22:35:07 Europe/Berlin, 2021-06-02T20:35:07Z",
    "yyyy-MM-dd'T'HH:mm:ss'Z', 2021-06-02T22:35:07Z, 2021-06-02T22:35:07Z",
    "UNIX, 1622673307, 2021-06-02T22:35:07Z",
    "UNIX, 1622673307.5, 2021-06-02T22:35:07.500Z",
    "UNIX, 1622673307123, 2021-06-02T22:35:07.123Z",
    "UNIX, 1.622673307123E12, 2021-06-02T22:35:07.123Z",
    "UNIX, 1622673307123.25, 2021-06-02T22:35:07.123250Z",
    "UNIX, 94694400000, 4970-09-30T00:00:00Z",
    "UNIX, 94694400001, 1973-01-01T00:00:00.001Z",
    "UNIX, -1.5, 1969-12-31T23:59:58.500Z",
    "UNIX, 0, 1970-01-01T00:00:00Z"
  })
  void readsTheFormatsOfTheContract(String pattern, String text, Instant instant) {
    TimestampFormat format = TimestampFormat.of(pattern);
    assertThat(format.parse(text, UTC)).isEqualTo(instant);
    assertThat(read(format, text, UTC)).isEqualTo(instant.toEpochMilli());
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM-dd HH:mm:ss, 2021-02-30 00:00:00",
    "yyyy-MM-dd HH:mm:ss, 2021-02-29 00:00:00",
    "yyyy-MM-dd HH:mm:ss, 2021-13-01 00:00:00",
    "yyyy-MM-dd HH:mm:ss, 2021-00-01 00:00:00",
    "yyyy-MM-dd HH:mm:ss, 2021-06-02 24:00:00",
    "yyyy-MM-dd HH:mm:ss, 2021-06-02 23:60:00",
    "yyyy-MM-dd HH:mm:ss, 2016-12-31 23:59:60",
    "yyyy-MM-dd HH:mm:ss, 2021-06-02T22:35:07",
    "yyyy-MM-dd HH:mm:ss, 2021-06-02 22:35:07.0",
    "yyyy-MM-dd HH:mm:ss, 2021-06-02 22:35",
    "yyyy-MM-dd HH:mm:ss, ' 2021-06-02 22:35:07'",
    "yyyy-MM-dd HH:mm:ss, ''",
    "yyyy-MM-dd HH:mm:ss, +021-06-02 22:35:07",
    "yyyy-MM-dd HH:mm:ss, 2021-06-02 22:35:0x",
    "yyyy-MM-dd HH:mm:ss, 2021-06-00 22:35:07",
    "yyyy-MM-dd HH:mm:ss, ２０21-06-02 22:35:07",
    "yyyy-MM-dd HH:mm:ss.S, 2021-06-02 22:35:07.",
    "yyyy-MM-dd HH:mm:ss.S, 2021-06-02 22:35:07.x",
    "yyyy-MM-dd HH:mm:ss.S, 2021-06-02 22:35:07.1234567890",
    "yyyy-MM-dd hh:mm a, 2021-06-02 13:00 pm",
    "yyyy-MM-dd'T'HH:mm:ssX, 2021-06-02T22:35:07",
    "yyyy-MM-dd'T'HH:mm:ssX, ''",
    "yyyy-MM-dd, 2021-06-02 22:35:07",
    "dd-MMM-yyyy, 02-JUX-2021",
    "UNIX, ''",
    "UNIX, 12a",
    "UNIX, 1e99",
    "UNIX, 9223372036854775807",
    "UNIX, -999999999999",
    "UNIX, 253402300800000",
    "UNIX, 0x10",
    "UNIX, 1.",
    "UNIX, +5",
    "UNIX, NaN"
  })
  void refusesWhatIsNotOfTheFormat(String pattern, String text) {
    TimestampFormat format = TimestampFormat.of(pattern);
    assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> format.parse(text, UTC));
    assertThat(read(format, text, UTC)).isEqualTo(TimestampFormat.NOT_A_TIMESTAMP);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-29 01:59:59, 2026-03-29T00:59:59Z", "2026-03-29 02:30:00, 2026-03-29T01:30:00Z",
    "2026-03-29 03:00:00, 2026-03-29T01:00:00Z", "2026-10-25 02:30:00, 2026-10-25T00:30:00Z",
    "2026-10-25 03:00:00, 2026-10-25T02:00:00Z", "2026-07-01 12:00:00, 2026-07-01T10:00:00Z"
  })
  void readsSkippedTimesLaterAndRepeatedOnesAsTheEarlier(String text, Instant instant) {
    TimestampFormat format = TimestampFormat.of("yyyy-MM-dd HH:mm:ss");
    assertThat(format.parse(text, BERLIN)).isEqualTo(instant);
    assertThat(read(format, text, BERLIN)).isEqualTo(instant.toEpochMilli());
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM-dd HH:mm:ss, 2021-06-02 23:35:07", "yyyy-MM-dd HH:mm:ss.s, 2021-06-02 23:35:07.1",
    "yyyy-MM-dd'T'HH:mm:ss.SSSXXX, 2021-06-02T23:35:07.120+01:00", "UNIX, 1622673307120",
    "dd MMM yy hh:mm a, 02 Jun 21 11:35 PM", "yyyy-MM-DD, 2021-06-02"
  })
  void writesInTheGivenZone(String pattern, String text) {
    assertThat(
            TimestampFormat.of(pattern)
                .format(Instant.parse("2021-06-02T22:35:07.120Z"), ZoneId.of("Europe/London")))
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-MM-dd HH:mm:ss, PT5M, true",
    "yyyy-MM-dd HH:mm, PT5M, true",
    "yyyy-MM-dd HH, PT5M, false",
    "yyyy-MM-dd HH, PT1H, true",
    "yyyy-MM-dd, PT1H, false",
    "yyyy-MM-dd, P1D, true",
    "UNIX, PT5M, true"
  })
  void knowsWhetherItIsFineEnough(String pattern, IntervalLength length, boolean fine) {
    assertThat(TimestampFormat.of(pattern).determines(length)).isEqualTo(fine);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "HH:mm, has no year",
        "yyyy-MM, has no day",
        "yyyy-dd, has no month",
        "yyyy-MM-dd hh:mm, has an hour of half a day (hh) but no AM/PM",
        "yyyy-MM-dd HH:mm a, has AM/PM (a) but no hour of half a day",
        "yyyy-MM-dd mm, has minutes (mm) but no hour",
        "yyyy-MM-dd HH:ss, has seconds (ss) but no minutes",
        "yyyy-MM-ddTHH:mm, 'T' in the timestamp format",
        "yyyy-MM-dd QQ, 'Q' in the timestamp format",
        "yyyyy-MM-dd, writes its year with 5 letters",
        "yyyy-MM-ddd, 'ddd' in the timestamp format",
        "yyyy-MM-dd[ HH:mm], '[' in the timestamp format",
        "yyyy-MM-dd'T, is never closed",
        "` `, has 1 to 63 characters"
      })
  void saysWhatIsWrongWithAPattern(String pattern, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimestampFormat.of(pattern))
        .withMessageContaining(problem);
  }

  @Test
  void takesUpTo63Characters() {
    String longest = "yyyy-MM-dd" + "_".repeat(53);
    assertThat(TimestampFormat.of(longest).pattern()).hasSize(63);
    assertThatIllegalArgumentException().isThrownBy(() -> TimestampFormat.of(longest + "_"));
  }

  @Test
  void readsWithinALargerBuffer() {
    byte[] line = "us,2021-06-02 22:35:07,298".getBytes(UTF_8);
    assertThat(TimestampFormat.of("yyyy-MM-dd HH:mm:ss").reader(UTC).epochMillis(line, 3, 22))
        .isEqualTo(1622673307000L);
  }

  private static long read(TimestampFormat format, String text, ZoneId zone) {
    byte[] bytes = text.getBytes(UTF_8);
    return format.reader(zone).epochMillis(bytes, 0, bytes.length);
  }
}
