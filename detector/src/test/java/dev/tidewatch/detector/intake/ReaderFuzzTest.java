package dev.tidewatch.detector.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.detector.intake.rows.RecordScope;
import dev.tidewatch.detector.intake.rows.RowCollector;
import dev.tidewatch.detector.intake.text.ByteBudget;
import dev.tidewatch.detector.intake.text.TextFile;
import dev.tidewatch.detector.intake.text.UnusableFile;
import dev.tidewatch.metricset.csv.CsvDialect;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalLength;
import dev.tidewatch.metricset.path.PathTemplate;
import dev.tidewatch.metricset.timestamp.TimestampFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file, a path or a format holds: it is read, or refused with a reason. Seeded. */
final class ReaderFuzzTest {
  private static final Instant START = Instant.parse("2026-11-20T10:05:00Z");
  private static final Interval INTERVAL = new Interval(START, START.plusSeconds(300));
  private static final Dataset SHOP =
      Requests.dataset(IntervalLength.PT5M, Requests.shop("s3://bucket/{{yyyyMMdd}}/{{HHmm}}"));
  private static final int FILES = 4_000;

  private static final List<String> CSV_PIECES =
      List.of(
          "2026-11-20 10:05:00",
          "web",
          "us",
          "1",
          "-2.5e3",
          "NaN",
          "1e999",
          ",",
          ",",
          ",",
          ",",
          "\n",
          "\n",
          "\r\n",
          "\r",
          "\"",
          "\"\"",
          "'",
          ";",
          "\t",
          "\0",
          "\uFEFF",
          "\uFFFD",
          "é",
          "\uD83D",
          "\uD83D\uDE00",
          " ",
          "time,platform,marketplace,views,price\n",
          "2026-11-20 10:05:00,web,us,1,1\n",
          "x".repeat(50));
  private static final List<String> JSON_PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"time\"",
          "\"2026-11-20 10:05:00\"",
          "\"platform\"",
          "\"web\"",
          "\"views\"",
          "1",
          "-1e400",
          "null",
          "true",
          "\\",
          "\"",
          "\n",
          "\n",
          "\r",
          "\\u0000",
          "\uFEFF",
          "{\"time\":\"2026-11-20 10:05:00\",\"platform\":\"web\","
              + "\"marketplace\":\"us\",\"views\":1,\"price\":2}\n",
          "{\"time\":{\"a\":[1]}}\n",
          "{\"views\":1,\"views\":[]}\n",
          "é",
          "\0",
          " ");
  private static final List<String> PATTERN_PIECES =
      List.of(
          "yyyy",
          "yy",
          "YYYY",
          "MM",
          "MMM",
          "dd",
          "DD",
          "HH",
          "hh",
          "kk",
          "mm",
          "ss",
          "s",
          "SSS",
          "a",
          "Z",
          "XXX",
          "VV",
          "'T'",
          "'",
          "-",
          "/",
          ":",
          ".",
          " ",
          "UNIX",
          "{",
          "}",
          "[",
          "G",
          "yyyy-MM-dd HH:mm:ss",
          "é",
          "\n");

  private static String glued(Random random, List<String> pieces, int most) {
    StringBuilder text = new StringBuilder();
    int count = random.nextInt(most);
    for (int i = 0; i < count; i++) {
      text.append(pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }

  /** Turns some bytes, as a broken connection or disk does. */
  private static byte[] damaged(Random random, byte[] bytes) {
    for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static FileFormat csv(Random random, Charset charset, boolean gzip) {
    boolean header = random.nextBoolean();
    Optional<Character> quote =
        random.nextInt(4) == 0 ? Optional.empty() : Optional.of(random.nextBoolean() ? '"' : '\'');
    char delimiter = random.nextInt(4) == 0 ? ';' : ',';
    List<String> columns = List.of("time", "platform", "marketplace", "views", "price");
    return new FileFormat.Csv(
        new CsvDialect(delimiter, quote, header), header ? List.of() : columns, charset, gzip);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyRecordOfAFileIsUsedOrCountedAsWhatItIs(long seed) {
    Random random = new Random(seed);
    long records = 0;
    long used = 0;
    for (int i = 0; i < FILES; i++) {
      Charset charset = random.nextInt(5) == 0 ? Charset.forName("UTF-16") : UTF_8;
      boolean json = random.nextInt(3) == 0;
      boolean gzip = random.nextInt(5) == 0;
      FileFormat format =
          json ? new FileFormat.JsonLines(charset, gzip) : csv(random, charset, gzip);
      String start = random.nextBoolean() && !json ? CSV_PIECES.get(27) : "";
      String text = start + glued(random, json ? JSON_PIECES : CSV_PIECES, 60);
      byte[] bytes = text.getBytes(charset);
      try (RowCollector collector = RowCollector.of(SHOP, 1, Room.ofHeap())) {
        long read = read(damaged(random, gzip ? Bucket.gzip(bytes) : bytes), format, collector);
        Quality quality = collector.quality();
        assertThat(quality.rowsProcessed()).as(text).isEqualTo(read);
        assertThat(quality.rowsUsed() + quality.rowsOutside() + quality.rowsInvalid())
            .as(text)
            .isEqualTo(read);
        assertThat(quality.rowsFiltered()).isZero();
        records += read;
        used += quality.rowsUsed();
      }
    }
    assertThat(records).isGreaterThan(3L * FILES);
    assertThat(used).isGreaterThan(FILES / 10L);
  }

  /** How many records were read; of a file that cannot be used, those before it was found out. */
  private static long read(byte[] file, FileFormat format, RowCollector collector) {
    long[] count = {0};
    try {
      TextFile.read(
          new ByteArrayInputStream(file),
          format,
          collector.columns(),
          new ByteBudget(1 << 20, "is too large"),
          records -> count[0] = collector.add(records, RecordScope.of(INTERVAL)));
      return count[0];
    } catch (UnusableFile wrong) {
      assertThat(wrong.reason()).isNotBlank();
      return collector.quality().rowsProcessed();
    } catch (IOException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aPathLeadsToAFolderOrIsRefusedWithAReason(long seed) {
    Random random = new Random(seed);
    int taken = 0;
    for (int i = 0; i < FILES; i++) {
      String text =
          "s3://bucket/a"
              + glued(random, List.of("/", "b", "{{", "}}", "{", "}", "=", " ", "..", "-"), 4)
              + "{{"
              + glued(random, PATTERN_PIECES, 4)
              + "}}/"
              + (random.nextBoolean() ? "{{HHmm}}/" : "");
      try {
        PathTemplate template = IntakePaths.template(text);
        for (int hour = 0; hour < 24; hour++) {
          S3Address.of(template.folder(LocalDateTime.of(2026, 10, 25, hour, 55)));
        }
        assertThat(template.ambiguity(IntervalLength.PT5M)).isNotNull();
        taken++;
      } catch (IllegalArgumentException wrong) {
        assertThat(wrong.getMessage()).as(text).isNotBlank();
      }
    }
    assertThat(taken).isGreaterThan(FILES / 100);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aTimestampIsATimeOrIsToldFromOne(long seed) {
    Random random = new Random(seed);
    int taken = 0;
    for (int i = 0; i < FILES; i++) {
      String pattern = glued(random, PATTERN_PIECES, 7);
      try {
        TimestampFormat format = TimestampFormat.of(pattern);
        var reader = format.reader(ZoneId.of("Europe/Berlin"));
        for (int trial = 0; trial < 20; trial++) {
          byte[] text = glued(random, TIMES, 8).getBytes(UTF_8);
          reader.epochMillis(damaged(random, text), 0, text.length);
        }
        taken++;
      } catch (IllegalArgumentException wrong) {
        assertThat(wrong.getMessage()).as(pattern).isNotBlank();
      }
    }
    assertThat(taken).isGreaterThan(FILES / 100);
  }

  private static final List<String> TIMES =
      List.of(
          "2026",
          "11",
          "20",
          "10",
          "05",
          "00",
          "-",
          "-",
          " ",
          ":",
          ":",
          "T",
          "Z",
          "am",
          "PM",
          "Nov",
          "July",
          "+01:00",
          ".0",
          "9".repeat(25),
          "-1",
          "0",
          "2026-10-25 02:30:00",
          "2026-03-29 02:30:00",
          "1795190400",
          "1795190400123",
          "é",
          "\0");
}
