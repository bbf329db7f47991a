package dev.tidewatch.localaws.kinesis.stream;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The sequence numbers of one shard: decimal numbers of 56 digits, as AWS's are today. They rise
 * with the record's index and, over all shards of a server, with the time the shard was made, so a
 * child's numbers are above its parents'. Not consecutive: a client that adds 1 gets no record's
 * number.
 *
 * <p>Digits: 49, the shard's birth (14), the record's index (20), the shard's number (19), 2.
 */
final class SequenceNumbers {
  static final int LENGTH = 56;

  private static final int INDEX_START = 16;
  private static final int INDEX_END = 36;
  private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,128}");

  private final byte[] template;
  private final String prefix;

  /**
   * @param birth no two shards of a server have the same
   */
  SequenceNumbers(long birth, int shardNumber) {
    String text = String.format("49%014d%020d%019d2", birth, 0, shardNumber);
    template = text.getBytes(StandardCharsets.US_ASCII);
    prefix = text.substring(0, INDEX_START);
  }

  String at(long index) {
    return new String(digits(index), StandardCharsets.US_ASCII);
  }

  /** The number as ASCII digits. */
  byte[] digits(long index) {
    byte[] digits = Arrays.copyOf(template, LENGTH);
    long rest = index;
    for (int i = INDEX_END - 1; rest > 0; i--) {
      digits[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    return digits;
  }

  static boolean isSequenceNumber(String text) {
    return DECIMAL.matcher(text).matches();
  }

  /** Whether the number is of this shard, whether or not a record has it. */
  boolean owns(String number) {
    return number.length() == LENGTH && isSequenceNumber(number) && number.startsWith(prefix);
  }

  /** The least index whose number is not below the given one, which must be of this shard. */
  long firstIndexFrom(String number) {
    long index = Long.parseLong(number.substring(INDEX_START, INDEX_END));
    return number.compareTo(at(index)) <= 0 ? index : index + 1;
  }

  /** The least index whose number is above the given one, which must be of this shard. */
  long firstIndexAfter(String number) {
    long index = firstIndexFrom(number);
    return number.equals(at(index)) ? index + 1 : index;
  }
}
