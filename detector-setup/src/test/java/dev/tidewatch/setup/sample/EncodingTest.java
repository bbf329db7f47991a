package dev.tidewatch.setup.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
  private static final String CSV = "city,at,views\nMünchen,2026-11-01 10:00:00,5\n";

  private static void refuses(byte[] bytes, String what) {
    assertThatThrownBy(() -> SampleText.of(bytes, false))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(what);
  }

  private static byte[] in(Charset charset) {
    return CSV.getBytes(charset);
  }

  @Test
  void readsUtf8WithAndWithoutAByteOrderMark() {
    assertThat(SampleText.of(in(UTF_8), false).text()).isEqualTo(CSV);
    assertThat(SampleText.of(("\uFEFF" + CSV).getBytes(UTF_8), false).text()).isEqualTo(CSV);
  }

  @Test
  void readsUtf8ThatIsCutAmidACharacter() {
    byte[] whole = in(UTF_8);
    int amid = CSV.indexOf('ü') + 1;
    assertThat(SampleText.of(Arrays.copyOf(whole, amid), true).text()).isEqualTo("city,at,views\n");
  }

  @Test
  void saysThatTextIsInUtf16AndHowToChangeIt() {
    refuses(
        in(UTF_16), "text in UTF-16; detectors are surest with UTF-8: iconv -f UTF-16 -t UTF-8");
    refuses(in(UTF_16LE), "iconv -f UTF-16LE");
    refuses(in(UTF_16BE), "iconv -f UTF-16BE");
  }

  @Test
  void saysWhereTextIsNoUtf8() {
    refuses(in(ISO_8859_1), "no text in UTF-8: line 2 has the byte 0xfc");
  }

  @ParameterizedTest
  @CsvSource({
    "PAR1abcd, a Parquet file",
    "BZh91AY, compressed with bzip2",
    "PK\u0003\u0004ab, a ZIP"
  })
  void saysWhatAFileIsThatIsNoText(String beginning, String what) {
    refuses(beginning.getBytes(ISO_8859_1), what);
  }

  @Test
  void saysThatAFileIsBinary() {
    refuses(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0}, "the sample is binary");
  }
}
