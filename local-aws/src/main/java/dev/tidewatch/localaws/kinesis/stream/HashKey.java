package dev.tidewatch.localaws.kinesis.stream;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * An unsigned number of 128 bits: where a record falls among the shards. Two longs, since one is
 * made for every record put.
 */
public record HashKey(long high, long low) implements Comparable<HashKey> {
  public static final HashKey MIN = new HashKey(0, 0);
  public static final HashKey MAX = new HashKey(-1, -1);

  private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,38}");
  private static final BigInteger LOW_BITS =
      BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

  /** The hash of a partition key, given in UTF-8: its MD5. */
  public static HashKey ofPartitionKey(byte[] utf8) {
    try {
      ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("MD5").digest(utf8));
      return new HashKey(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no MD5, which every Java must have", e);
    }
  }

  /**
   * Reads a hash key written as a decimal number.
   *
   * @throws KinesisException when it is none from 0 to 2^128 - 1
   */
  public static HashKey parse(String decimal) {
    if (!DECIMAL.matcher(decimal).matches()) {
      throw invalid(decimal);
    }
    BigInteger value = new BigInteger(decimal);
    if (value.bitLength() > 2 * Long.SIZE) {
      throw invalid(decimal);
    }
    return of(value);
  }

  static HashKey of(BigInteger value) {
    return new HashKey(value.shiftRight(Long.SIZE).longValue(), value.longValue());
  }

  private static KinesisException invalid(String decimal) {
    return new KinesisException(
        ErrorCode.INVALID_ARGUMENT,
        "Invalid hash key '" + decimal + "'. It must be a number from 0 to 2^128 - 1.");
  }

  BigInteger value() {
    return BigInteger.valueOf(high)
        .and(LOW_BITS)
        .shiftLeft(Long.SIZE)
        .or(BigInteger.valueOf(low).and(LOW_BITS));
  }

  HashKey previous() {
    return of(value().subtract(BigInteger.ONE));
  }

  HashKey next() {
    return of(value().add(BigInteger.ONE));
  }

  @Override
  public int compareTo(HashKey other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  /** As a decimal number, as AWS writes it. */
  @Override
  public String toString() {
    return value().toString();
  }
}
