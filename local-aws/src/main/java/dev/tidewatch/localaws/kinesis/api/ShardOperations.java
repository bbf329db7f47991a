package dev.tidewatch.localaws.kinesis.api;

import dev.tidewatch.localaws.kinesis.stream.ErrorCode;
import dev.tidewatch.localaws.kinesis.stream.HashKey;
import dev.tidewatch.localaws.kinesis.stream.HashKeyRange;
import dev.tidewatch.localaws.kinesis.stream.KinesisException;
import dev.tidewatch.localaws.kinesis.stream.KinesisStream;
import dev.tidewatch.localaws.kinesis.stream.ShardDescription;
import dev.tidewatch.localaws.kinesis.stream.StreamCatalog;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Listing, splitting and merging shards. */
final class ShardOperations {
  private static final int MOST_LISTED = 10_000;
  private static final int LISTED_UNASKED = 1000;

  private final StreamCatalog catalog;
  private final InstantSource clock;

  ShardOperations(StreamCatalog catalog, InstantSource clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  Map<String, Operation> byName() {
    return Map.of(
        "ListShards", this::listShards,
        "SplitShard", this::splitShard,
        "MergeShards", this::mergeShards,
        "UpdateShardCount", this::updateShardCount);
  }

  private Answer listShards(ApiRequest request) {
    int most = request.number("MaxResults", 1, MOST_LISTED).orElse(LISTED_UNASKED);
    Optional<String> token = request.text("NextToken");
    ShardListing listing =
        token
            .map(text -> ShardListing.next(text, request, clock.instant()))
            .orElseGet(() -> firstListing(request));
    KinesisStream stream = catalog.get(listing.streamName());
    listing.checkIsOf(stream.identity());
    List<ShardDescription> all = listing.select(stream.shards(listing.filter()));
    List<ShardDescription> page = all.subList(0, Math.min(most, all.size()));
    return out -> {
      out.structures("Shards", page, ShardOperations::shard);
      if (page.size() < all.size()) {
        String last = page.get(page.size() - 1).shardId();
        out.text("NextToken", listing.after(last, clock.instant()).token());
      }
    };
  }

  private ShardListing firstListing(ApiRequest request) {
    KinesisStream stream = catalog.get(request.streamName());
    request
        .time("StreamCreationTimestamp")
        .filter(time -> time.getEpochSecond() != stream.summary().createdAt().getEpochSecond())
        .ifPresent(
            time -> {
              throw new KinesisException(
                  ErrorCode.RESOURCE_NOT_FOUND,
                  "There is no " + stream.identity() + " that was created at " + time + ".");
            });
    return ShardListing.first(stream.identity(), request, clock.instant());
  }

  static Answer shard(ShardDescription shard) {
    return out -> {
      out.text("ShardId", shard.shardId());
      if (!shard.parents().isEmpty()) {
        out.text("ParentShardId", shard.parents().get(0));
      }
      if (shard.parents().size() > 1) {
        out.text("AdjacentParentShardId", shard.parents().get(1));
      }
      out.structure("HashKeyRange", range(shard.range()));
      out.structure(
          "SequenceNumberRange",
          numbers -> {
            numbers.text("StartingSequenceNumber", shard.startingSequenceNumber());
            if (shard.endingSequenceNumber().isPresent()) {
              numbers.text("EndingSequenceNumber", shard.endingSequenceNumber().get());
            }
          });
    };
  }

  static Answer range(HashKeyRange range) {
    return out ->
        out.text("StartingHashKey", range.start().toString())
            .text("EndingHashKey", range.end().toString());
  }

  private Answer splitShard(ApiRequest request) {
    KinesisStream stream = catalog.get(request.streamName());
    stream.split(
        request.requireText("ShardToSplit"),
        HashKey.parse(request.requireText("NewStartingHashKey")));
    return Answer.NOTHING;
  }

  private Answer mergeShards(ApiRequest request) {
    KinesisStream stream = catalog.get(request.streamName());
    stream.merge(request.requireText("ShardToMerge"), request.requireText("AdjacentShardToMerge"));
    return Answer.NOTHING;
  }

  private Answer updateShardCount(ApiRequest request) {
    KinesisStream stream = catalog.get(request.streamName());
    int target = request.requireNumber("TargetShardCount", 1, Integer.MAX_VALUE);
    int before = stream.rescale(target);
    return out ->
        out.text("StreamName", stream.identity().name())
            .text("StreamARN", stream.identity().arn())
            .number("CurrentShardCount", before)
            .number("TargetShardCount", target);
  }
}
