package dev.tidewatch.metricset.timestamp;

import static dev.tidewatch.metricset.timestamp.TimestampFormat.NOT_A_TIMESTAMP;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Pattern;

/** Epoch time: seconds, or milliseconds when the number is too large for that. */
final class UnixSyntax implements TimestampSyntax {
  /** Above it numbers are milliseconds: as seconds it would be in the year 4970. */
  private static final long LAST_SECOND = 94_694_400_000L;

  private static final BigDecimal LAST_SECOND_DECIMAL = BigDecimal.valueOf(LAST_SECOND);

  /** The years 0 to 9999, which every text format can write. */
  private static final long FIRST_MILLI = -62_167_219_200_000L;

  private static final long LAST_MILLI = 253_402_300_799_999L;
  private static final int LONGEST_DIGITS = 15;

  /** Longer exponents are no time, but cost much to expand. */
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,19}(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,2})?");

  private static final BigInteger NANOS_OF_SECOND = BigInteger.valueOf(1_000_000_000);

  @Override
  public Instant parse(String text, ZoneId zone) {
    if (!NUMBER.matcher(text).matches()) {
      throw new DateTimeException("'" + text + "' is no epoch time");
    }
    BigDecimal number = new BigDecimal(text);
    int decimals = number.compareTo(LAST_SECOND_DECIMAL) > 0 ? 6 : 9;
    BigInteger nanos =
        number.movePointRight(decimals).setScale(0, RoundingMode.FLOOR).toBigInteger();
    BigInteger[] secondAndNano = floorDivide(nanos);
    if (secondAndNano[0].bitLength() > 62 || !isInRange(secondAndNano[0].longValue())) {
      throw new DateTimeException("'" + text + "' is outside the years 0 to 9999");
    }
    return Instant.ofEpochSecond(secondAndNano[0].longValue(), secondAndNano[1].longValue());
  }

  private static BigInteger[] floorDivide(BigInteger nanos) {
    BigInteger nano = nanos.mod(NANOS_OF_SECOND);
    return new BigInteger[] {nanos.subtract(nano).divide(NANOS_OF_SECOND), nano};
  }

  private static boolean isInRange(long second) {
    return second >= FIRST_MILLI / 1000 && second <= LAST_MILLI / 1000;
  }

  @Override
  public String format(Instant instant, ZoneId zone) {
    long millis = instant.toEpochMilli();
    boolean needsMillis = millis > LAST_SECOND && Math.floorMod(millis, 1000) != 0;
    return Long.toString(needsMillis ? millis : instant.getEpochSecond());
  }

  @Override
  public TimestampReader reader(ZoneId zone) {
    return (buffer, from, to) -> {
      if (to - from > LONGEST_DIGITS || from >= to) {
        return parseMillis(buffer, from, to, zone);
      }
      long number = 0;
      for (int i = from; i < to; i++) {
        int digit = buffer[i] - '0';
        if (digit < 0 || digit > 9) {
          return parseMillis(buffer, from, to, zone);
        }
        number = number * 10 + digit;
      }
      long millis = number > LAST_SECOND ? number : number * 1000;
      return millis <= LAST_MILLI ? millis : NOT_A_TIMESTAMP;
    };
  }

  private long parseMillis(byte[] buffer, int from, int to, ZoneId zone) {
    try {
      return parse(new String(buffer, from, to - from, ISO_8859_1), zone).toEpochMilli();
    } catch (DateTimeException notOfThisFormat) {
      return NOT_A_TIMESTAMP;
    }
  }

  @Override
  public Duration precision() {
    return Duration.ofMillis(1);
  }
}
