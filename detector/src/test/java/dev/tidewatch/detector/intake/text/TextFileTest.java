package dev.tidewatch.detector.intake.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.detector.intake.Bucket;
import dev.tidewatch.detector.intake.FileFormat;
import dev.tidewatch.metricset.csv.CsvDialect;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextFileTest {
  private static final List<String> WANTED = List.of("name", "count");

  private static List<String> read(byte[] file, FileFormat format) throws IOException {
    return read(new ByteArrayInputStream(file), format);
  }

  private static List<String> read(InputStream file, FileFormat format) throws IOException {
    List<String> lines = new ArrayList<>();
    TextFile.read(
        file,
        format,
        WANTED,
        new ByteBudget(1 << 24, "is too large"),
        records -> {
          while (records.next()) {
            lines.add(
                records.fault().isPresent()
                    ? records.fault().get().name()
                    : records.column(0) + "=" + records.column(1));
          }
        });
    return lines;
  }

  static List<Arguments> dialects() {
    List<Arguments> all = new ArrayList<>();
    for (char delimiter : new char[] {',', '\t', ' ', '|', ';'}) {
      for (Optional<Character> quote :
          List.of(Optional.of('"'), Optional.of('\''), Optional.<Character>empty())) {
        for (boolean header : new boolean[] {true, false}) {
          for (boolean gzip : new boolean[] {true, false}) {
            for (String charset :
                List.of("UTF-8", "ISO-8859-1", "UTF-16", "UTF-16LE", "windows-1252")) {
              all.add(Arguments.of(delimiter, quote, header, gzip, charset));
            }
          }
        }
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("dialects")
  void readsEveryDialect(
      char delimiter, Optional<Character> quote, boolean header, boolean gzip, String charsetName)
      throws IOException {
    Charset charset = Charset.forName(charsetName);
    String mark = charsetName.equals("UTF-8") || charsetName.equals("UTF-16LE") ? "\uFEFF" : "";
    String odd = quote.map(q -> q + "a" + delimiter + q + q + "\r\nb" + q).orElse("ab");
    String text =
        mark + (header ? "count#other#name\r\n" : "") + "1#x#é\r\n\r\n" + "2##" + odd + "\n3#y#z";
    FileFormat format =
        new FileFormat.Csv(
            new CsvDialect(delimiter, quote, header),
            header ? List.of() : List.of("count", "other", "name"),
            charset,
            gzip);
    byte[] bytes = text.replace('#', delimiter).getBytes(charset);

    assertThat(read(gzip ? Bucket.gzip(bytes) : bytes, format))
        .containsExactly(
            "é=1", quote.map(q -> "a" + delimiter + q + "\r\nb").orElse("ab") + "=2", "z=3");
  }

  @Test
  void readsAllMembersOfAGzipFileHoweverItComes() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    for (int i = 0; i < 50; i++) {
      members.write(
          Bucket.gzip(((i == 0 ? "name,count\n" : "") + "a," + i + "\n").getBytes(UTF_8)));
    }
    FileFormat zipped = new FileFormat.Csv(CsvDialect.RFC_4180, List.of(), UTF_8, true);
    for (int most : new int[] {1, 7, 26, 31, 64, 1_000}) {
      assertThat(read(new InPieces(members.toByteArray(), most), zipped))
          .as("%d", most)
          .hasSize(50);
    }
  }

  /** Gives a few bytes at a time and says that no more are there, as a connection does. */
  private static final class InPieces extends FilterInputStream {
    private final int most;

    InPieces(byte[] bytes, int most) {
      super(new ByteArrayInputStream(bytes));
      this.most = most;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return super.read(buffer, offset, Math.min(length, most));
    }

    @Override
    public int available() {
      return 0;
    }
  }

  @Test
  void readsJsonLines() throws IOException {
    String text =
        "\uFEFF{\"count\": 1.50, \"name\": \"a\", \"x\": {\"deep\": [1]}}\n\n  \n"
            + "{\"name\":null,\"count\":\"2\"}\r\n{\"name\":true,\"name\":\"twice\",\"count\":1e3}\n"
            + "[1]\nnull\n3\nnot json\n{\"name\":\"a\"} {\"name\":\"b\"}\n{\"name\":{\"a\":1}}\n"
            + "{\"name\":[1]}\n{\"name\":\"a\"\n{\"name\":NaN}\n"
            + "{\"x\":"
            + "[".repeat(20_000)
            + "\n"
            + "{\"name\":\""
            + "x".repeat(2 << 20)
            + "\"}\n"
            + "{\"name\":\"last\"}";

    assertThat(
            read(
                text.getBytes(StandardCharsets.UTF_8),
                new FileFormat.JsonLines(StandardCharsets.UTF_8, false)))
        .startsWith("a=1.50", "=2", "twice=1e3")
        .endsWith("LINE_TOO_LONG", "last=")
        .hasSize(15)
        .filteredOn(line -> line.equals("MALFORMED"))
        .hasSize(10);
  }

  @Test
  void saysWhatAFileIsInsteadOfWhatItShouldBe() {
    FileFormat csv =
        new FileFormat.Csv(CsvDialect.RFC_4180, List.of(), StandardCharsets.UTF_8, false);
    FileFormat zipped =
        new FileFormat.Csv(CsvDialect.RFC_4180, List.of(), StandardCharsets.UTF_8, true);
    byte[] whole = Bucket.gzip("name,count\na,1\n".repeat(100).getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> read("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), csv))
        .isInstanceOf(UnusableFile.class)
        .hasMessage("has no column 'name', but a, b");
    assertThatThrownBy(() -> read("name,name,count\n".getBytes(StandardCharsets.UTF_8), csv))
        .hasMessage("has 2 columns 'name'");
    assertThatThrownBy(() -> read("name,count\n".getBytes(StandardCharsets.UTF_8), zipped))
        .hasMessageContaining("is no gzip file");
    assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 20), zipped))
        .hasMessageContaining("cut off");
    assertThatThrownBy(() -> read(whole, csv)).hasMessageContaining("FileCompression NONE");
    assertThatThrownBy(() -> read(new byte[(1 << 24) + 1], csv)).hasMessage("is too large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "name,count", "name,count\n"})
  void findsNoRecordInAnEmptyFile(String text) throws IOException {
    assertThat(
            read(
                text.getBytes(StandardCharsets.UTF_8),
                new FileFormat.Csv(CsvDialect.RFC_4180, List.of(), StandardCharsets.UTF_8, false)))
        .isEmpty();
  }
}
