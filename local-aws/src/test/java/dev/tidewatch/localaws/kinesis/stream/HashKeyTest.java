package dev.tidewatch.localaws.kinesis.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashKeyTest {
  private static final String LARGEST = "340282366920938463463374607431768211455";

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "18446744073709551615", "18446744073709551616", LARGEST})
  void isWrittenAsItWasRead(String decimal) {
    assertThat(HashKey.parse(decimal)).hasToString(decimal);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "01", "1.5", "340282366920938463463374607431768211456"})
  void outsideItsRangeItIsRefused(String decimal) {
    assertThatExceptionOfType(KinesisException.class)
        .isThrownBy(() -> HashKey.parse(decimal))
        .withMessage(
            "Invalid hash key '" + decimal + "'. It must be a number from 0 to 2^128 - 1.");
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "9223372036854775807, 18446744073709551615", "1, " + LARGEST})
  void isOrderedWithoutSign(String lower, String higher) {
    assertThat(HashKey.parse(lower)).isLessThan(HashKey.parse(higher));
  }

  /** The MD5 of the empty text is d41d8cd98f00b204e9800998ecf8427e. */
  @ParameterizedTest
  @CsvSource({"'', 281949768489412648962353822266799178366"})
  void aPartitionKeysHashIsItsMd5(String key, String decimal) {
    assertThat(HashKey.ofPartitionKey(key.getBytes(StandardCharsets.UTF_8))).hasToString(decimal);
  }
}
