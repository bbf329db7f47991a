package dev.tidewatch.localaws.kinesis.stream;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** One stream: its shards and what is in them. Thread-safe. */
public final class KinesisStream {
  private static final int MAX_PAGE_BYTES = 10 * 1024 * 1024;
  private static final Duration MIN_RETENTION = Duration.ofDays(1);
  private static final Duration MAX_RETENTION = Duration.ofDays(365);

  private final StreamIdentity identity;
  private final StreamMode mode;
  private final InstantSource clock;
  private final boolean limited;
  private final ShardMap shards;
  private final StreamTags tags = new StreamTags();
  private Duration retention;
  private int maxRecordBytes;

  KinesisStream(
      StreamIdentity identity,
      StreamSettings settings,
      InstantSource clock,
      boolean limited,
      LongSupplier births) {
    this.identity = identity;
    this.mode = settings.mode();
    this.clock = clock;
    this.limited = limited;
    this.shards = new ShardMap(settings.shardCount(), births);
    this.retention = settings.retention();
    this.maxRecordBytes = settings.maxRecordBytes();
  }

  public StreamIdentity identity() {
    return identity;
  }

  public StreamTags tags() {
    return tags;
  }

  public synchronized StreamSummary summary() {
    return new StreamSummary(
        identity.name(),
        identity.arn(),
        mode,
        identity.createdAt(),
        retention,
        shards.openCount(),
        maxRecordBytes);
  }

  /** In the order they were made. */
  public synchronized List<ShardDescription> shards(ShardFilter filter) {
    return shards.list(filter, clock.instant(), retention).stream().map(Shard::describe).toList();
  }

  /** The most bytes a record's partition key and data may have together. */
  public synchronized int maxRecordBytes() {
    return maxRecordBytes;
  }

  public synchronized void changeMaxRecordBytes(int most) {
    maxRecordBytes = most;
  }

  /**
   * Appends the record to the shard its hash key belongs to.
   *
   * @throws KinesisException when the shard takes no more this second
   */
  public synchronized PlacedRecord put(PutEntry entry, long arrivalMillis) {
    Shard shard = shards.taking(entry.hashKey());
    if (limited && !shard.limits.admitsRecord(entry.size(), clock.millis())) {
      throw exceeded(shard);
    }
    long index = shard.log.append(entry.partitionKey(), entry.data(), arrivalMillis);
    return new PlacedRecord(shard.id, shard.numbers.at(index));
  }

  /**
   * A place in a shard.
   *
   * @param epoch see {@link ShardIterator#epoch()}
   */
  public synchronized ShardIterator iterator(String shardId, StartingPoint point, int epoch) {
    Shard shard = shard(shardId);
    trim(shard);
    return new ShardIterator(
        identity.name(),
        identity.birth(),
        shard.number,
        point.in(shard, identity),
        clock.instant(),
        epoch);
  }

  /**
   * Reads on from a place, or from the oldest record held if that is later.
   *
   * @param withhold asked when there are records; if so, none are given and the place stays
   * @throws KinesisException when the shard gives no more this second, or the stream is another one
   */
  public synchronized ReadRecords read(
      ShardIterator place, int maxRecords, BooleanSupplier withhold) {
    if (place.streamBirth() != identity.birth()) {
      throw identity.notFound();
    }
    Shard shard = shards.get(place.shardNumber());
    if (limited && !shard.limits.admitsRead(clock.millis())) {
      throw exceeded(shard);
    }
    trim(shard);
    RecordPage page = shard.log.page(place.index(), maxRecords, MAX_PAGE_BYTES);
    if (page.count() > 0 && withhold.getAsBoolean()) {
      page = RecordPage.empty(page.next() - page.count());
    }
    shard.limits.gave(page.bytes());
    return answer(shard, page);
  }

  private ReadRecords answer(Shard shard, RecordPage page) {
    long next = page.next();
    if (shard.endsAt(next)) {
      List<ShardDescription> children = shard.children().stream().map(Shard::describe).toList();
      return new ReadRecords(shard.numbers, page, OptionalLong.empty(), 0, children);
    }
    return new ReadRecords(
        shard.numbers, page, OptionalLong.of(next), millisBehind(shard.log, next), List.of());
  }

  private long millisBehind(RecordLog log, long next) {
    return next >= log.end() ? 0 : Math.max(1, clock.millis() - log.arrival(next));
  }

  /** Splits an open shard in two. */
  public synchronized void split(String shardId, HashKey secondStart) {
    Shard shard = open(shardId);
    HashKeyRange range = shard.range;
    if (!range.canSplitAt(secondStart)) {
      throw invalid(
          String.format(
              "NewStartingHashKey %s used in SplitShard() on shard %s in %s is not both greater"
                  + " than one plus the shard's StartingHashKey %s and less than the shard's"
                  + " EndingHashKey %s.",
              secondStart, shardId, identity, range.start(), range.end()));
    }
    shards.split(shard, secondStart);
  }

  /** Makes one of two open shards whose hash keys are adjacent. */
  public synchronized void merge(String shardId, String adjacentId) {
    Shard shard = open(shardId);
    Shard adjacent = open(adjacentId);
    if (!shard.range.isBefore(adjacent.range) && !adjacent.range.isBefore(shard.range)) {
      throw invalid(
          String.format(
              "Shards %s and %s in %s are not an adjacent pair of shards eligible for merging.",
              shardId, adjacentId, identity));
    }
    shards.merge(shard, adjacent);
  }

  /**
   * Splits and merges to so many shards.
   *
   * @return how many there were
   */
  public synchronized int rescale(int count) {
    int before = shards.openCount();
    if (count < 1 || count > 2 * before || 2 * count < before) {
      throw invalid(
          String.format(
              "UpdateShardCount cannot scale %s from %s to %s shards: not to more than twice nor to"
                  + " less than half of them.",
              identity, before, count));
    }
    shards.rescale(count);
    return before;
  }

  /** Keeps records longer. */
  public synchronized void increaseRetention(Duration longer) {
    if (longer.compareTo(retention) < 0 || longer.compareTo(MAX_RETENTION) > 0) {
      throw retentionError(longer, "longer", "at most " + MAX_RETENTION.toHours());
    }
    retention = longer;
  }

  /** Keeps records for a shorter time. */
  public synchronized void decreaseRetention(Duration shorter) {
    if (shorter.compareTo(retention) > 0 || shorter.compareTo(MIN_RETENTION) < 0) {
      throw retentionError(shorter, "shorter", "at least " + MIN_RETENTION.toHours());
    }
    retention = shorter;
  }

  private KinesisException retentionError(Duration asked, String direction, String bound) {
    return invalid(
        String.format(
            "Requested retention period (%s hours) for %s must be %s than the current one (%s hours)"
                + " and %s hours.",
            asked.toHours(), identity, direction, retention.toHours(), bound));
  }

  /**
   * Lets go of a shard's records before a sequence number, as if their time had come.
   *
   * @return how many records are gone
   */
  public synchronized long trimBefore(String shardId, String sequenceNumber) {
    Shard shard = shard(shardId);
    long first = shard.log.first();
    shard.log.trimBefore(StartingPoint.atSequenceNumber(sequenceNumber).in(shard, identity));
    return shard.log.first() - first;
  }

  /** How many records are held. */
  public synchronized long recordsHeld() {
    return shards.all().stream().mapToLong(each -> each.log.end() - each.log.first()).sum();
  }

  private void trim(Shard shard) {
    shard.log.trimArrivedBefore(clock.instant().minus(retention).toEpochMilli());
  }

  private Shard shard(String shardId) {
    Optional<Shard> found = shards.find(shardId);
    return found
        .filter(shard -> !shard.isForgotten(clock.instant(), retention))
        .orElseThrow(
            () ->
                new KinesisException(
                    ErrorCode.RESOURCE_NOT_FOUND,
                    String.format("Could not find shard %s in %s.", shardId, identity)));
  }

  private Shard open(String shardId) {
    Shard shard = shard(shardId);
    if (!shard.isOpen()) {
      throw invalid(
          String.format(
              "Shard %s in %s has already been merged or split, and thus is not eligible for merging"
                  + " or splitting.",
              shardId, identity));
    }
    return shard;
  }

  private KinesisException exceeded(Shard shard) {
    return new KinesisException(
        ErrorCode.PROVISIONED_THROUGHPUT_EXCEEDED,
        String.format("Rate exceeded for shard %s in %s.", shard.id, identity));
  }

  private static KinesisException invalid(String message) {
    return new KinesisException(ErrorCode.INVALID_ARGUMENT, message);
  }
}
