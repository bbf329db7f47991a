package dev.tidewatch.localaws.kinesis.stream;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * A place in a shard, handed to clients as a token that means nothing to them.
 *
 * @param streamBirth tells a stream from an earlier one of its name
 * @param index of the next record to be read
 * @param epoch iterators of an earlier epoch are expired
 */
public record ShardIterator(
    String streamName, long streamBirth, int shardNumber, long index, Instant issued, int epoch) {
  private static final Duration LIFE = Duration.ofMinutes(5);

  /** The same stream and shard, another place. */
  public ShardIterator movedTo(long newIndex, Instant now, int newEpoch) {
    return new ShardIterator(streamName, streamBirth, shardNumber, newIndex, now, newEpoch);
  }

  /**
   * @throws KinesisException when it is older than 5 minutes, or of an earlier epoch
   */
  public void checkUnexpired(Instant now, int currentEpoch) {
    if (epoch < currentEpoch || Duration.between(issued, now).compareTo(LIFE) > 0) {
      throw new KinesisException(
          ErrorCode.EXPIRED_ITERATOR,
          "Iterator expired. The iterator was created at time "
              + issued
              + " while right now it is "
              + now
              + " which is further in the future than the tolerated delay of "
              + LIFE.toMillis()
              + " milliseconds.");
    }
  }

  /** The token: no longer than 512 characters. */
  public String token() {
    byte[] content = bytes();
    var withSum = new ByteArrayOutputStream(content.length + Long.BYTES);
    try (var out = new DataOutputStream(withSum)) {
      out.write(content);
      out.writeLong(checksum(content, content.length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(withSum.toByteArray());
  }

  private byte[] bytes() {
    var content = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(content)) {
      out.writeUTF(streamName);
      out.writeLong(streamBirth);
      out.writeInt(shardNumber);
      out.writeLong(index);
      out.writeLong(issued.toEpochMilli());
      out.writeInt(epoch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return content.toByteArray();
  }

  /**
   * Reads a token.
   *
   * @throws KinesisException when no server made it
   */
  public static ShardIterator parse(String token) {
    byte[] all = decode(token);
    int length = all.length - Long.BYTES;
    try (var in = new DataInputStream(new ByteArrayInputStream(all))) {
      var iterator =
          new ShardIterator(
              in.readUTF(),
              in.readLong(),
              in.readInt(),
              in.readLong(),
              Instant.ofEpochMilli(in.readLong()),
              in.readInt());
      if (in.readLong() != checksum(all, length)) {
        throw invalid();
      }
      return iterator;
    } catch (IOException e) {
      throw invalid();
    }
  }

  private static byte[] decode(String token) {
    try {
      byte[] all = Base64.getDecoder().decode(token);
      if (all.length < Long.BYTES) {
        throw invalid();
      }
      return all;
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  private static long checksum(byte[] bytes, int length) {
    var sum = new CRC32();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }

  private static KinesisException invalid() {
    return new KinesisException(ErrorCode.INVALID_ARGUMENT, "Invalid ShardIterator.");
  }
}
