package dev.tidewatch.localaws.kinesis.api;

import dev.tidewatch.localaws.kinesis.stream.ErrorCode;
import dev.tidewatch.localaws.kinesis.stream.KinesisException;
import dev.tidewatch.localaws.kinesis.stream.ShardDescription;
import dev.tidewatch.localaws.kinesis.stream.ShardFilter;
import dev.tidewatch.localaws.kinesis.stream.StreamIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/**
 * A ListShards that may go over several pages; its token lets the next page go on.
 *
 * @param argument of the filter: a shard id, epoch milliseconds, or nothing
 * @param after the shard after which the page begins; empty at the beginning
 */
record ShardListing(
    String streamName,
    long streamBirth,
    FilterType filterType,
    String argument,
    String after,
    Instant issued) {
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);
  private static final int PARTS = 6;

  /** By the names of the API. */
  enum FilterType {
    AFTER_SHARD_ID,
    AT_TRIM_HORIZON,
    FROM_TRIM_HORIZON,
    AT_LATEST,
    AT_TIMESTAMP,
    FROM_TIMESTAMP
  }

  /** The first page. */
  static ShardListing first(StreamIdentity stream, ApiRequest request, Instant now) {
    String after = request.text("ExclusiveStartShardId").orElse("");
    return request
        .structure("ShardFilter")
        .map(filter -> filtered(stream, filter, after, now))
        .orElseGet(() -> of(stream, FilterType.FROM_TRIM_HORIZON, "", after, now));
  }

  private static ShardListing filtered(
      StreamIdentity stream, ApiRequest filter, String after, Instant now) {
    FilterType type =
        filter
            .constant("Type", FilterType.class)
            .orElseThrow(() -> Validation.failed("shardFilter.type", "Member must not be null"));
    String argument =
        switch (type) {
          case AFTER_SHARD_ID -> filter.requireText("ShardId");
          case AT_TIMESTAMP, FROM_TIMESTAMP ->
              String.valueOf(filter.requireTime("Timestamp").toEpochMilli());
          case AT_TRIM_HORIZON, FROM_TRIM_HORIZON, AT_LATEST -> "";
        };
    return of(stream, type, argument, after, now);
  }

  private static ShardListing of(
      StreamIdentity stream, FilterType type, String argument, String after, Instant now) {
    return new ShardListing(stream.name(), stream.birth(), type, argument, after, now);
  }

  /** The page a token asks for. */
  static ShardListing next(String token, ApiRequest request, Instant now) {
    if (request.optionalStreamName().isPresent()
        || request.text("ExclusiveStartShardId").isPresent()) {
      throw new KinesisException(
          ErrorCode.INVALID_ARGUMENT,
          "NextToken and StreamName or ExclusiveStartShardId cannot be provided together.");
    }
    ShardListing listing = parse(token);
    if (Duration.between(listing.issued, now).compareTo(TOKEN_LIFE) > 0) {
      throw new KinesisException(
          ErrorCode.EXPIRED_NEXT_TOKEN, "NextToken expired: it lives for 300 seconds.");
    }
    return listing;
  }

  private static ShardListing parse(String token) {
    try {
      byte[] text = Base64.getDecoder().decode(token);
      String[] parts = new String(text, StandardCharsets.UTF_8).split("\n", -1);
      if (parts.length != PARTS) {
        throw invalidToken();
      }
      return new ShardListing(
          parts[0],
          Long.parseLong(parts[1]),
          FilterType.valueOf(parts[2]),
          parts[3],
          parts[4],
          Instant.ofEpochMilli(Long.parseLong(parts[5])));
    } catch (IllegalArgumentException e) {
      throw invalidToken();
    }
  }

  private static KinesisException invalidToken() {
    return new KinesisException(ErrorCode.INVALID_ARGUMENT, "NextToken is invalid.");
  }

  String token() {
    String text =
        String.join(
            "\n",
            streamName,
            String.valueOf(streamBirth),
            filterType.name(),
            argument,
            after,
            String.valueOf(issued.toEpochMilli()));
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same listing, from after that shard. */
  ShardListing after(String shardId, Instant now) {
    return new ShardListing(streamName, streamBirth, filterType, argument, shardId, now);
  }

  void checkIsOf(StreamIdentity stream) {
    if (stream.birth() != streamBirth) {
      throw invalidToken();
    }
  }

  ShardFilter filter() {
    return switch (filterType) {
      case AFTER_SHARD_ID -> ShardFilter.afterShardId(argument);
      case AT_TRIM_HORIZON -> ShardFilter.atTrimHorizon();
      case FROM_TRIM_HORIZON -> ShardFilter.all();
      case AT_LATEST -> ShardFilter.atLatest();
      case AT_TIMESTAMP -> ShardFilter.atTimestamp(time());
      case FROM_TIMESTAMP -> ShardFilter.fromTimestamp(time());
    };
  }

  private Instant time() {
    return Instant.ofEpochMilli(Long.parseLong(argument));
  }

  /** Those of the stream's shards that are still to be listed. */
  List<ShardDescription> select(List<ShardDescription> shards) {
    return shards.stream().filter(shard -> shard.shardId().compareTo(after) > 0).toList();
  }
}
