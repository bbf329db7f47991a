package dev.tidewatch.localaws.kinesis.stream;

import java.time.Instant;

/**
 * Which stream it is. A stream that is deleted and made again under the same name is another one.
 *
 * @param birth no two streams of a server have the same
 */
public record StreamIdentity(
    String name, String account, String region, Instant createdAt, long birth) {
  public String arn() {
    return "arn:aws:kinesis:" + region + ":" + account + ":stream/" + name;
  }

  KinesisException notFound() {
    return new KinesisException(
        ErrorCode.RESOURCE_NOT_FOUND,
        "Stream " + name + " under account " + account + " not found.");
  }

  /** As error messages name it. */
  @Override
  public String toString() {
    return "stream " + name + " under account " + account;
  }
}
