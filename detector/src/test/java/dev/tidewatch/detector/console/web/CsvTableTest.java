package dev.tidewatch.detector.console.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  private static String row(Object... cells) {
    CsvTable table = new CsvTable("a");
    table.row(cells);
    return new String(table.bytes(), UTF_8).substring("a\r\n".length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
  void aTextThatWouldBeAFormulaIsDefused(String text) {
    assertThat(row(text)).startsWith(text.matches("(?s).*[\r\n].*") ? "\"'" : "'").contains(text);
    assertThat(row("x", text, "y")).startsWith("x,").endsWith(",y\r\n").contains("'" + text);
  }

  @Test
  void aDefusedTextIsQuotedWhereItMustBe() {
    assertThat(row("=\"a\",b\nc")).isEqualTo("\"'=\"\"a\"\",b\nc\"\r\n");
  }

  @Test
  void numbersStayNumbers() {
    assertThat(row(-1, -2.5, Double.NaN, "a-b", "")).isEqualTo("-1,-2.5,,a-b,\r\n");
  }
}
