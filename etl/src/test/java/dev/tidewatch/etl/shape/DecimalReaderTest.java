package dev.tidewatch.etl.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.etl.shape.DecimalReader.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalReaderTest {
  private static final BigDecimal LARGEST = BigDecimal.TEN.pow(15);

  private final DecimalReader reader = new DecimalReader();

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "-0.0, 0",
    "42, 42",
    "-42.5, -42.5",
    "+7, 7",
    ".5, 0.5",
    "5., 5",
    "' 12.5 ', 12.5",
    "007, 7",
    "1e3, 1000",
    "1.5E-3, 0.0015",
    "1e-05, 0.00001",
    "1000000000000000, 1000000000000000",
    "-1e15, -1000000000000000",
    "900719925474099.3, 900719925474099.3",
    "0e999999999999, 0",
    "1e-999999999999, 0",
    "0.1234567890123455, 0.123456789012346",
    "0.1234567890123445, 0.123456789012344",
    "0.12345678901234450000000000000000000000000000000001, 0.123456789012345",
    "-0.0000000000000005, 0",
    "-0.0000000000000015, -0.000000000000002",
    "0.00000000000000000000000001, 0",
    "123456789012345.1234567890123456789, 123456789012345.123456789012346",
    "1000000000000000.0000000000000001, 1000000000000000",
  })
  void readsDecimals(String text, BigDecimal expected) {
    assertThat(read(text)).isEqualTo(Outcome.NUMBER);
    assertThat(number()).isEqualByComparingTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "-", "+", ".", "-.", "e5", "1e", "1e+", "abc", "1,234.5", "0x1F", "1 2", "1.2.3",
        "--1", "1f", "١٢", "1_000", "NaN0", "$5"
      })
  void refusesWhatIsNoNumber(String text) {
    assertThat(read(text)).isEqualTo(Outcome.NO_NUMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "nan", "Infinity", "-Infinity", "+inf", " -INF "})
  void tellsWhatIsNotFinite(String text) {
    assertThat(read(text)).isEqualTo(Outcome.NOT_FINITE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1000000000000001",
        "9007199254740993",
        "-1000000000000000.1",
        "999999999999999999",
        "1e16",
        "1e999",
        "1e999999999999999999999",
        "123456789012345678901234567890"
      })
  void refusesWhatIsBeyondTheLargestMeasure(String text) {
    assertThat(read(text)).isEqualTo(Outcome.OUT_OF_RANGE);
  }

  @Test
  void readsTenMillionDigitsInNoTime() {
    assertThat(read("0.5" + "0".repeat(10_000_000) + "1")).isEqualTo(Outcome.NUMBER);
    assertThat(number()).isEqualByComparingTo("0.5");
    assertThat(read("9".repeat(10_000_000))).isEqualTo(Outcome.OUT_OF_RANGE);
    assertThat(read("0." + "0".repeat(10_000_000) + "1e10000001")).isEqualTo(Outcome.NUMBER);
    assertThat(number()).isEqualByComparingTo("1");
  }

  @Test
  void agreesWithBigDecimalOnRandomNumbers() {
    Random random = new Random(20261120);
    for (int i = 0; i < 200_000; i++) {
      String text = randomNumber(random);
      BigDecimal expected = new BigDecimal(text).setScale(15, RoundingMode.HALF_EVEN);
      Outcome outcome = read(text);
      if (expected.abs().compareTo(LARGEST) > 0) {
        assertThat(outcome).as(text).isEqualTo(Outcome.OUT_OF_RANGE);
      } else {
        assertThat(outcome).as(text).isEqualTo(Outcome.NUMBER);
        assertThat(number()).as(text).isEqualTo(expected);
      }
    }
  }

  private static String randomNumber(Random random) {
    StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
    digits(text, random.nextInt(random.nextInt(10) == 0 ? 40 : 16) + 1, random);
    if (random.nextBoolean()) {
      digits(text.append('.'), random.nextInt(random.nextInt(5) == 0 ? 40 : 18) + 1, random);
    }
    if (random.nextInt(5) == 0) {
      text.append('e').append(random.nextInt(60) - 40);
    }
    return text.toString();
  }

  /** Few different digits, so that ties and zeros are frequent. */
  private static void digits(StringBuilder text, int count, Random random) {
    String alphabet = random.nextBoolean() ? "0123456789" : "0005";
    for (int i = 0; i < count; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
  }

  private Outcome read(String text) {
    byte[] bytes = ("x" + text + "9").getBytes(StandardCharsets.UTF_8);
    return reader.read(bytes, 1, bytes.length - 1);
  }

  private BigDecimal number() {
    return new FixedDecimal(reader.high(), reader.low()).toBigDecimal();
  }
}
