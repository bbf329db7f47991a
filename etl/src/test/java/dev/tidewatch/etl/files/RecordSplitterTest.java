package dev.tidewatch.etl.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordSplitterTest {
  @Test
  void aLineIsARecord() {
    assertThat(split(RecordSplitter.ofLines("a\nb\r\n\nc".getBytes(UTF_8))))
        .containsExactly("a", "b", "", "c");
  }

  @Test
  void aLineBreakAtTheEndBeginsNoRecord() {
    assertThat(split(RecordSplitter.ofLines("a\n".getBytes(UTF_8)))).containsExactly("a");
  }

  @Test
  void aLineBreakInsideQuotesIsPartOfTheRecord() {
    assertThat(split(RecordSplitter.ofQuotedLines("\"a\n\"\"b\",1\nc,2".getBytes(UTF_8), '"')))
        .containsExactly("\"a\n\"\"b\",1", "c,2");
  }

  @Test
  void aQuoteThatIsNeverClosedSpoilsItsOwnLineOnly() {
    assertThat(split(RecordSplitter.ofQuotedLines("\"a,1\nb,2\nc,3".getBytes(UTF_8), '"')))
        .containsExactly("\"a,1", "b,2", "c,3");
  }

  private static List<String> split(RecordSplitter splitter) {
    List<String> records = new ArrayList<>();
    splitter.forEachRemaining(bytes -> records.add(new String(bytes, UTF_8)));
    return records;
  }
}
