package dev.tidewatch.metricset.timestamp;

import static dev.tidewatch.metricset.timestamp.TimestampFormat.NOT_A_TIMESTAMP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader of bytes says what {@link TimestampFormat#parse} says, whatever it is given. */
class TimestampReaderTest {
  private static final List<String> ZONES =
      List.of(
          "UTC",
          "+05:30",
          "Europe/Berlin",
          "America/New_York",
          "Australia/Lord_Howe",
          "Pacific/Apia",
          "Asia/Kathmandu",
          "America/Sao_Paulo",
          "Africa/Casablanca");
  private static final long FIRST_SECOND = Instant.parse("1901-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST_SECOND = Instant.parse("2099-12-31T00:00:00Z").getEpochSecond();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd HH:mm:ss.s",
        "yyyyMMddHHmmss",
        "dd/MM/yyyy HH:mm",
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm:ssX",
        "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
        "MM/dd/yyyy hh:mm:ss a",
        "d-MMM-yyyy H:mm",
        "UNIX"
      })
  void agreesWithTheFormatOnGoodAndDamagedTexts(String pattern) {
    TimestampFormat format = TimestampFormat.of(pattern);
    Random random = new Random(7);
    for (String name : ZONES) {
      ZoneId zone = ZoneId.of(name);
      TimestampReader reader = format.reader(zone);
      for (int i = 0; i < 400; i++) {
        Instant instant =
            Instant.ofEpochSecond(random.nextLong(FIRST_SECOND, LAST_SECOND), random.nextInt());
        String text = format.format(instant, zone);
        assertAgreed(format, reader, zone, text);
        assertAgreed(format, reader, zone, damaged(text, random));
      }
    }
  }

  @Test
  void agreesWithTheFormatAroundEveryChangeOfTheClock() {
    TimestampFormat format = TimestampFormat.of("yyyy-MM-dd HH:mm:ss");
    ZoneId utc = ZoneId.of("UTC");
    for (String name : ZONES) {
      ZoneId zone = ZoneId.of(name);
      TimestampReader reader = format.reader(zone);
      Instant from = Instant.ofEpochSecond(FIRST_SECOND);
      ZoneOffsetTransition change = zone.getRules().nextTransition(from);
      while (change != null && change.toEpochSecond() < LAST_SECOND) {
        for (int minutes = -180; minutes <= 180; minutes += 15) {
          Instant asIfUtc =
              change.getDateTimeBefore().toInstant(ZoneOffset.UTC).plusSeconds(minutes * 60L);
          assertAgreed(format, reader, zone, format.format(asIfUtc, utc));
        }
        change = zone.getRules().nextTransition(change.getInstant());
      }
    }
  }

  @Test
  void readsEveryDayOfFourCenturies() {
    TimestampFormat format = TimestampFormat.of("yyyy-MM-dd");
    ZoneId utc = ZoneId.of("UTC");
    TimestampReader reader = format.reader(utc);
    for (long day = -146_097 / 2; day < 146_097 / 2; day++) {
      long millis = day * 86_400_000;
      byte[] text = format.format(Instant.ofEpochMilli(millis), utc).getBytes(UTF_8);
      assertThat(reader.epochMillis(text, 0, text.length)).isEqualTo(millis);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0000-01-01, -62167219200000",
    "0001-03-01, -62130499200000",
    "9999-12-31, 253402214400000"
  })
  void readsTheFirstAndTheLastYears(String text, long millis) {
    byte[] bytes = text.getBytes(UTF_8);
    TimestampReader reader = TimestampFormat.of("yyyy-MM-dd").reader(ZoneId.of("UTC"));
    assertThat(reader.epochMillis(bytes, 0, bytes.length)).isEqualTo(millis);
  }

  @Test
  void isSafeForManyThreads() throws Exception {
    TimestampFormat format = TimestampFormat.of("yyyy-MM-dd HH:mm:ss");
    ZoneId zone = ZoneId.of("Europe/Berlin");
    TimestampReader shared = format.reader(zone);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int seed = 0; seed < 4; seed++) {
        Random random = new Random(seed);
        tasks.add(() -> agreesThroughout(format, shared, zone, random));
      }
      for (Future<Boolean> task : threads.invokeAll(tasks)) {
        assertThat(task.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean agreesThroughout(
      TimestampFormat format, TimestampReader reader, ZoneId zone, Random random) {
    for (int i = 0; i < 5_000; i++) {
      String text =
          format.format(Instant.ofEpochSecond(random.nextLong(FIRST_SECOND, LAST_SECOND)), zone);
      assertAgreed(format, reader, zone, text);
    }
    return true;
  }

  private static void assertAgreed(
      TimestampFormat format, TimestampReader reader, ZoneId zone, String text) {
    byte[] bytes = ("<" + text + ">").getBytes(UTF_8);
    long read = reader.epochMillis(bytes, 1, bytes.length - 1);
    long expected = parsed(format, zone, text);
    if (read != expected) {
      assertThat(read).as("%s of %s in %s", format, text, zone).isEqualTo(expected);
    }
  }

  private static long parsed(TimestampFormat format, ZoneId zone, String text) {
    try {
      return format.parse(text, zone).toEpochMilli();
    } catch (DateTimeException notOfTheFormat) {
      return NOT_A_TIMESTAMP;
    }
  }

  /** Replaces, removes or adds a character. */
  private static String damaged(String text, Random random) {
    int place = random.nextInt(text.length());
    String other = String.valueOf("0123456789 -:.TZx+é/".charAt(random.nextInt(20)));
    String rest = text.substring(place + (random.nextInt(4) == 0 ? 0 : 1));
    return text.substring(0, place) + (random.nextInt(4) == 0 ? "" : other) + rest;
  }
}
