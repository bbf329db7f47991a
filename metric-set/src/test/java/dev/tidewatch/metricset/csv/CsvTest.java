package dev.tidewatch.metricset.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {
  private static final CsvDialect UNQUOTED = new CsvDialect('|', Optional.empty(), false);
  private final StringBuilder sink = new StringBuilder();

  @Test
  void quotesOnlyWhatNeedsIt() {
    new CsvWriter(CsvDialect.RFC_4180, sink)
        .row(List.of("plain", "with space", "a,b", "say \"hi\"", "two\nlines", "", "größer"));
    assertThat(sink)
        .hasToString("plain,with space,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",,größer\n");
  }

  @Test
  void writesALoneEmptyFieldSoThatTheLineIsNotTakenForEmpty() {
    new CsvWriter(CsvDialect.RFC_4180, sink).row(List.of("")).row(List.of("x"));
    assertThat(sink).hasToString("\"\"\nx\n");
  }

  @Test
  void refusesToWriteWhatNeedsQuotesInADialectWithout() {
    var writer = new CsvWriter(UNQUOTED, sink);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.row(List.of("a|b")))
        .withMessageContaining("'a|b' holds a delimiter or a line break");
    assertThat(sink).isEmpty();
  }

  @Test
  void readsBackWhatIsWritten() {
    List<List<String>> records =
        List.of(
            List.of("a", "b"),
            List.of(""),
            List.of("", ""),
            List.of("\"", ",", "\r\n", "\n"),
            List.of("\"\"", "x\"y", " lead", "trail "));
    for (List<String> record : records) {
      sink.setLength(0);
      new CsvWriter(CsvDialect.RFC_4180, sink).row(record);
      assertThat(CsvLine.fields(sink.toString(), CsvDialect.RFC_4180)).isEqualTo(record);
    }
  }

  @Test
  void readsTheLineOfTheReferenceGenerator() {
    assertThat(
            CsvLine.fields(
                "pc_web,us,2021-06-02 22:35:07,298,89.39999999999999\n", CsvDialect.RFC_4180))
        .containsExactly("pc_web", "us", "2021-06-02 22:35:07", "298", "89.39999999999999");
  }

  @Test
  void readsOtherDelimitersAndTakesQuotesAsTextWhereNoneAreAgreed() {
    assertThat(CsvLine.fields("\"a\"|b|\r\n", UNQUOTED)).containsExactly("\"a\"", "b", "");
    assertThat(CsvLine.fields("5\" disk,x", CsvDialect.RFC_4180)).containsExactly("5\" disk", "x");
    assertThat(CsvLine.fields("'a\t''b'\tc", new CsvDialect('\t', Optional.of('\''), false)))
        .containsExactly("a\t'b", "c");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`a,\"b`, the quote at character 3 is never closed",
        "`\"`, the quote at character 1 is never closed",
        "`a,\"\"\"`, the quote at character 3 is never closed",
        "`\"a\"b,c`, after the closing quote at character 3 comes 'b' instead of a delimiter",
        "`a\nb`, a line break at character 2 is followed by another record"
      })
  void saysWhatIsWrongWithALine(String line, String problem) {
    assertThatExceptionOfType(MalformedCsv.class)
        .isThrownBy(() -> CsvLine.fields(line, CsvDialect.RFC_4180))
        .withMessage(problem);
  }
}
