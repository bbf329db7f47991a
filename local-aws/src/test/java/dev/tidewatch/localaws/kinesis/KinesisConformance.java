package dev.tidewatch.localaws.kinesis;

import static dev.tidewatch.localaws.kinesis.StreamUnderTest.HASH_KEYS;
import static dev.tidewatch.localaws.kinesis.StreamUnderTest.bytes;
import static dev.tidewatch.localaws.kinesis.StreamUnderTest.end;
import static dev.tidewatch.localaws.kinesis.StreamUnderTest.start;
import static dev.tidewatch.localaws.kinesis.StreamUnderTest.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.ListShardsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ScalingType;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.awssdk.services.kinesis.model.Tag;

/**
 * What a server must answer to be taken for Kinesis: asked with the SDK's own client, of every
 * server alike. Where one is known to deviate from AWS, the check says so and is left out for it.
 */
abstract class KinesisConformance {
  private static final AtomicInteger STREAMS = new AtomicInteger();
  private static final int MEBIBYTE = 1024 * 1024;

  /** A client that tries once. */
  abstract KinesisClient client();

  /** What this server does otherwise than AWS. */
  Set<Deviation> deviations() {
    return Set.of();
  }

  private StreamUnderTest stream(int shards) {
    return unmade().create(shards);
  }

  private StreamUnderTest unmade() {
    return new StreamUnderTest(client(), "conformance-" + STREAMS.incrementAndGet());
  }

  private void unless(Deviation deviation) {
    assumeFalse(deviations().contains(deviation), () -> "this server " + deviation);
  }

  private void assertValidationFails(ThrowingCallable call) {
    String code =
        deviations().contains(Deviation.CALLS_VALIDATION_INVALID_ARGUMENT)
            ? "InvalidArgumentException"
            : "ValidationException";
    assertThatExceptionOfType(KinesisException.class)
        .isThrownBy(call)
        .satisfies(error -> assertThat(error.statusCode()).isEqualTo(400))
        .satisfies(error -> assertThat(error.awsErrorDetails().errorCode()).isEqualTo(code));
  }

  // ---- putting and reading

  @Test
  void recordsAreReadInTheOrderTheyWerePut() {
    StreamUnderTest stream = stream(1);
    stream.putAll(texts(20));
    stream.put("last");

    List<String> expected = new ArrayList<>(texts(20));
    expected.add("last");
    assertThat(stream.allTexts()).isEqualTo(expected);
  }

  @Test
  void theAnswerToAPutNamesWhereTheRecordIsRead() {
    StreamUnderTest stream = stream(2);
    PutRecordsResponse put = stream.putAll(texts(20));

    assertThat(put.failedRecordCount()).isZero();
    for (Shard shard : stream.shards()) {
      assertThat(stream.readAll(stream.trimHorizon(shard), 100))
          .extracting(Record::sequenceNumber)
          .isEqualTo(
              put.records().stream()
                  .filter(entry -> entry.shardId().equals(shard.shardId()))
                  .map(PutRecordsResultEntry::sequenceNumber)
                  .toList());
    }
  }

  @Test
  void sequenceNumbersRiseWithinAShard() {
    StreamUnderTest stream = stream(1);
    stream.putAll(texts(300));
    Shard shard = stream.shard(0);

    List<BigInteger> numbers =
        stream.readAll(stream.trimHorizon(shard), 1000).stream()
            .map(record -> new BigInteger(record.sequenceNumber()))
            .toList();
    assertThat(numbers).isSorted().doesNotHaveDuplicates().hasSize(300);
    assertThat(numbers.get(0))
        .isGreaterThan(new BigInteger(shard.sequenceNumberRange().startingSequenceNumber()));
  }

  @Test
  void bytesAndPartitionKeysComeBackUnchanged() {
    StreamUnderTest stream = stream(1);
    byte[] all = new byte[256];
    IntStream.range(0, 256).forEach(i -> all[i] = (byte) i);
    String key = "Schlüssel \"鍵\" \\ 🔑";
    client()
        .putRecord(
            put -> put.streamName(stream.name).partitionKey(key).data(SdkBytes.fromByteArray(all)));

    Record record = stream.readAll(stream.trimHorizon(stream.shard(0)), 10).get(0);
    assertThat(record.data().asByteArray()).isEqualTo(all);
    assertThat(record.partitionKey()).isEqualTo(key);
  }

  @Test
  void partitionKeysAreRoutedByTheirMd5() throws Exception {
    StreamUnderTest stream = stream(3);
    List<String> keys = texts(60);
    PutRecordsResponse put = stream.putAll(keys);

    for (int i = 0; i < keys.size(); i++) {
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(keys.get(i).getBytes(StandardCharsets.UTF_8));
      assertThat(put.records().get(i).shardId())
          .isEqualTo(owner(stream, new BigInteger(1, digest)));
    }
  }

  private static String owner(StreamUnderTest stream, BigInteger hash) {
    return stream.openShards().stream()
        .filter(shard -> start(shard).compareTo(hash) <= 0 && hash.compareTo(end(shard)) <= 0)
        .findFirst()
        .orElseThrow()
        .shardId();
  }

  @Test
  void anExplicitHashKeyDecidesTheShard() {
    StreamUnderTest stream = stream(2);
    for (Shard shard : stream.shards()) {
      for (String hashKey :
          List.of(shard.hashKeyRange().startingHashKey(), shard.hashKeyRange().endingHashKey())) {
        var put =
            client()
                .putRecord(
                    request ->
                        request
                            .streamName(stream.name)
                            .partitionKey("same")
                            .explicitHashKey(hashKey)
                            .data(bytes("x")));
        assertThat(put.shardId()).isEqualTo(shard.shardId());
      }
    }
  }

  @Test
  void aSequenceNumberForOrderingIsTaken() {
    StreamUnderTest stream = stream(1);
    String first = stream.put("first").sequenceNumber();
    String second =
        client()
            .putRecord(
                put ->
                    put.streamName(stream.name)
                        .partitionKey("key")
                        .data(bytes("second"))
                        .sequenceNumberForOrdering(first))
            .sequenceNumber();
    assertThat(new BigInteger(second)).isGreaterThan(new BigInteger(first));
  }

  @Test
  void arrivalTimesAreThoseOfThePut() {
    StreamUnderTest stream = stream(1);
    Instant before = Instant.now();
    stream.put("now");
    Record record = stream.readAll(stream.trimHorizon(stream.shard(0)), 1).get(0);
    assertThat(record.approximateArrivalTimestamp())
        .isBetween(before.minusMillis(1000), Instant.now().plusMillis(1000));
  }

  @Test
  void pagesFollowEachOtherWithoutGap() {
    StreamUnderTest stream = stream(1);
    stream.putAll(texts(30));
    assertThat(stream.readAll(stream.trimHorizon(stream.shard(0)), 7))
        .extracting(StreamUnderTest::text)
        .isEqualTo(texts(30));
  }

  @Test
  void aPageSaysWhetherTheTipIsReached() {
    unless(Deviation.MEASURES_LAG_TO_THE_NEWEST_RECORD);
    StreamUnderTest stream = stream(1);
    stream.putAll(texts(10));
    Instant putAt = Instant.now();
    await().until(() -> Instant.now().isAfter(putAt.plusMillis(5)));

    GetRecordsResponse first = stream.read(stream.trimHorizon(stream.shard(0)), 9);
    GetRecordsResponse last = stream.read(first.nextShardIterator(), 9);
    assertThat(first.millisBehindLatest()).isPositive();
    assertThat(last.records()).hasSize(1);
    assertThat(last.millisBehindLatest()).isZero();
    assertThat(last.nextShardIterator()).isNotNull();
  }

  @Test
  void anIteratorAtTheTipSeesWhatIsPutLater() {
    StreamUnderTest stream = stream(1);
    GetRecordsResponse nothing = stream.read(stream.trimHorizon(stream.shard(0)), 10);
    assertThat(nothing.records()).isEmpty();

    stream.put("later");
    assertThat(stream.texts(nothing.nextShardIterator())).containsExactly("later");
  }

  @Test
  void anIteratorCanBeUsedTwice() {
    StreamUnderTest stream = stream(1);
    stream.putAll(texts(5));
    String iterator = stream.trimHorizon(stream.shard(0));
    assertThat(stream.texts(iterator)).isEqualTo(stream.texts(iterator)).hasSize(5);
  }

  // ---- iterators

  @Test
  void latestGivesOnlyWhatComesAfter() {
    StreamUnderTest stream = stream(1);
    stream.put("before");
    String latest =
        stream.iterator(
            stream.shard(0), place -> place.shardIteratorType(ShardIteratorType.LATEST));
    stream.put("after");
    assertThat(stream.texts(latest)).containsExactly("after");
  }

  @Test
  void sequenceNumbersStartAtOrAfterTheirRecord() {
    StreamUnderTest stream = stream(1);
    stream.put("a");
    String number = stream.put("b").sequenceNumber();
    stream.put("c");
    assertThat(from(stream, ShardIteratorType.AT_SEQUENCE_NUMBER, number))
        .containsExactly("b", "c");
    assertThat(from(stream, ShardIteratorType.AFTER_SEQUENCE_NUMBER, number)).containsExactly("c");
  }

  private static List<String> from(StreamUnderTest stream, ShardIteratorType type, String number) {
    return stream.texts(
        stream.iterator(
            stream.shard(0),
            place -> place.shardIteratorType(type).startingSequenceNumber(number)));
  }

  @Test
  void theShardsStartingSequenceNumberStartsAtItsFirstRecord() {
    StreamUnderTest stream = stream(1);
    stream.putAll(texts(3));
    String start = stream.shard(0).sequenceNumberRange().startingSequenceNumber();
    assertThat(from(stream, ShardIteratorType.AT_SEQUENCE_NUMBER, start)).isEqualTo(texts(3));
  }

  @Test
  void aTimestampStartsAtTheFirstRecordThatArrivedThenOrLater() {
    StreamUnderTest stream = stream(1);
    Instant longAgo = Instant.now().minusSeconds(60);
    stream.put("early");
    Instant between = Instant.now().plusMillis(50);
    await().until(() -> Instant.now().isAfter(between.plusMillis(50)));
    stream.put("late");

    assertThat(fromTime(stream, longAgo)).containsExactly("early", "late");
    assertThat(fromTime(stream, between)).containsExactly("late");
  }

  private static List<String> fromTime(StreamUnderTest stream, Instant time) {
    return stream.texts(
        stream.iterator(
            stream.shard(0),
            place -> place.shardIteratorType(ShardIteratorType.AT_TIMESTAMP).timestamp(time)));
  }

  @Test
  void aTimestampAfterTheLastRecordGivesOnlyWhatComesLater() {
    StreamUnderTest stream = stream(1);
    stream.put("early");
    Instant after = Instant.now().plusMillis(50);
    await().until(() -> Instant.now().isAfter(after.plusMillis(50)));
    String iterator =
        stream.iterator(
            stream.shard(0),
            place -> place.shardIteratorType(ShardIteratorType.AT_TIMESTAMP).timestamp(after));
    stream.put("late");
    assertThat(stream.texts(iterator)).containsExactly("late");
  }

  @Test
  void aTimestampInTheFutureIsRefused() {
    unless(Deviation.TAKES_FUTURE_TIMESTAMPS);
    StreamUnderTest stream = stream(1);
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> fromTime(stream, Instant.now().plusSeconds(3600)));
  }

  @ParameterizedTest
  @CsvSource({"AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER", "AT_TIMESTAMP"})
  void anIteratorTypeThatNeedsAPlaceIsRefusedWithoutOne(ShardIteratorType type) {
    StreamUnderTest stream = stream(1);
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> stream.iterator(stream.shard(0), place -> place.shardIteratorType(type)));
  }

  @Test
  void aSequenceNumberOfAnotherStreamIsRefused() {
    unless(Deviation.TAKES_FOREIGN_SEQUENCE_NUMBERS);
    String foreign = stream(1).put("x").sequenceNumber();
    StreamUnderTest stream = stream(1);
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> from(stream, ShardIteratorType.AT_SEQUENCE_NUMBER, foreign));
  }

  @Test
  void anIteratorNobodyMadeIsRefused() {
    unless(Deviation.FAILS_ON_GARBAGE_ITERATOR);
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> client().getRecords(get -> get.shardIterator("garbage")));
  }

  @Test
  void aShardThatIsNotThereIsNotFound() {
    StreamUnderTest stream = stream(1);
    assertThatExceptionOfType(ResourceNotFoundException.class)
        .isThrownBy(
            () ->
                stream.trimHorizon(
                    stream.shard(0).toBuilder().shardId("shardId-000000000009").build()));
  }

  // ---- limits

  @Test
  void moreThan500RecordsAreRefused() {
    unless(Deviation.TAKES_MORE_THAN_500_RECORDS);
    StreamUnderTest stream = stream(1);
    assertValidationFails(() -> stream.putAll(texts(501)));
  }

  @Test
  void aRecordOfMoreThanOneMebibyteIsRefused() {
    StreamUnderTest stream = stream(1);
    assertValidationFails(() -> stream.put("x".repeat(MEBIBYTE + 1)));
  }

  @Test
  void aLargeRecordComesBackWhole() {
    StreamUnderTest stream = stream(1);
    String large = "0123456789".repeat(90_000);
    stream.put(large);
    assertThat(stream.allTexts()).containsExactly(large);
  }

  @Test
  void requestsOfMoreThanTenMebibytesAreRefused() {
    unless(Deviation.TAKES_LARGE_REQUESTS);
    StreamUnderTest stream = stream(1);
    PutRecordsRequestEntry large =
        stream.entry("x".repeat(200)).toBuilder().data(bytes("x".repeat(MEBIBYTE - 1000))).build();
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(
            () ->
                client()
                    .putRecords(
                        put ->
                            put.streamName(stream.name).records(Collections.nCopies(11, large))));
  }

  @ParameterizedTest
  @CsvSource({"0", "10001"})
  void aPageOfNoneOrMoreThanTenThousandIsRefused(int limit) {
    StreamUnderTest stream = stream(1);
    String iterator = stream.trimHorizon(stream.shard(0));
    assertValidationFails(() -> stream.read(iterator, limit));
  }

  // ---- streams

  @Test
  void aStreamIsDescribed() {
    StreamUnderTest stream = stream(3);
    var summary =
        client()
            .describeStreamSummary(request -> request.streamName(stream.name))
            .streamDescriptionSummary();
    assertThat(summary.streamName()).isEqualTo(stream.name);
    assertThat(summary.streamARN()).endsWith(":stream/" + stream.name);
    assertThat(summary.openShardCount()).isEqualTo(3);
    assertThat(summary.retentionPeriodHours()).isEqualTo(24);
    assertThat(summary.streamCreationTimestamp())
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));

    var description =
        client()
            .describeStream(request -> request.streamName(stream.name).limit(2))
            .streamDescription();
    assertThat(description.streamStatus()).isEqualTo(StreamStatus.ACTIVE);
    assertThat(description.shards()).hasSize(2);
    assertThat(description.hasMoreShards()).isTrue();
  }

  @Test
  void aStreamCanBeNamedByItsArn() {
    StreamUnderTest stream = stream(1);
    String arn = stream.arn();
    client().putRecord(put -> put.streamARN(arn).partitionKey("k").data(bytes("x")));
    assertThat(client().listShards(request -> request.streamARN(arn)).shards())
        .isEqualTo(stream.shards());
    assertThat(stream.allTexts()).containsExactly("x");
  }

  @Test
  void aStreamThatIsNotThereIsNotFound() {
    StreamUnderTest stream = unmade();
    assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> stream.put("x"));
    assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(stream::shards);
    assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(stream::arn);
  }

  @Test
  void aNameIsTakenOnce() {
    StreamUnderTest stream = stream(1);
    assertThatExceptionOfType(ResourceInUseException.class).isThrownBy(() -> stream.create(1));
  }

  @Test
  void aDeletedStreamIsGone() {
    StreamUnderTest stream = stream(1);
    client().deleteStream(request -> request.streamName(stream.name));
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                assertThatExceptionOfType(ResourceNotFoundException.class)
                    .isThrownBy(stream::shards));
  }

  @Test
  void streamsAreListedPageByPage() {
    List<String> names = List.of(stream(1).name, stream(1).name);
    List<String> listed = new ArrayList<>();
    var page = client().listStreams(request -> request.limit(1));
    listed.addAll(page.streamNames());
    while (page.hasMoreStreams()) {
      String last = listed.get(listed.size() - 1);
      page = client().listStreams(request -> request.limit(1).exclusiveStartStreamName(last));
      listed.addAll(page.streamNames());
    }
    assertThat(listed).containsAll(names).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void tagsAreKept() {
    StreamUnderTest stream = stream(1);
    client().addTagsToStream(add -> add.streamName(stream.name).tags(Map.of("a", "1", "b", "2")));
    client().removeTagsFromStream(remove -> remove.streamName(stream.name).tagKeys("a"));
    assertThat(client().listTagsForStream(list -> list.streamName(stream.name)).tags())
        .containsExactly(Tag.builder().key("b").value("2").build());
  }

  @Test
  void retentionIsLengthenedAndShortened() {
    StreamUnderTest stream = stream(1);
    client()
        .increaseStreamRetentionPeriod(
            change -> change.streamName(stream.name).retentionPeriodHours(48));
    assertThat(retentionHours(stream)).isEqualTo(48);
    client()
        .decreaseStreamRetentionPeriod(
            change -> change.streamName(stream.settled().name).retentionPeriodHours(24));
    assertThat(retentionHours(stream)).isEqualTo(24);
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(
            () ->
                client()
                    .decreaseStreamRetentionPeriod(
                        change -> change.streamName(stream.name).retentionPeriodHours(48)));
  }

  private int retentionHours(StreamUnderTest stream) {
    return client()
        .describeStreamSummary(request -> request.streamName(stream.name))
        .streamDescriptionSummary()
        .retentionPeriodHours();
  }

  @Test
  void openShardsAreCountedAgainstTheLimit() {
    int before = client().describeLimits(request -> {}).openShardCount();
    stream(2);
    var limits = client().describeLimits(request -> {});
    assertThat(limits.openShardCount()).isEqualTo(before + 2);
    assertThat(limits.shardLimit()).isGreaterThan(limits.openShardCount());
  }

  // ---- shards

  @Test
  void shardsShareTheHashKeysEvenly() {
    assertCovered(stream(3), 3);
  }

  private static void assertCovered(StreamUnderTest stream, int count) {
    List<Shard> open =
        stream.openShards().stream().sorted(Comparator.comparing(StreamUnderTest::start)).toList();
    assertThat(open).hasSize(count);
    BigInteger next = BigInteger.ZERO;
    for (Shard shard : open) {
      assertThat(start(shard)).isEqualTo(next);
      next = end(shard).add(BigInteger.ONE);
      BigInteger even = HASH_KEYS.divide(BigInteger.valueOf(count));
      assertThat(next.subtract(start(shard)).subtract(even).abs())
          .isLessThanOrEqualTo(BigInteger.valueOf(count));
    }
    assertThat(next).isEqualTo(HASH_KEYS);
  }

  @Test
  void aSplitShardIsClosedAndHasTwoChildren() {
    StreamUnderTest stream = stream(1);
    String last = stream.putAll(texts(10)).records().get(9).sequenceNumber();
    stream.split(stream.shard(0));

    List<Shard> shards = stream.shards();
    assertThat(shards).hasSize(3);
    Shard parent = shards.get(0);
    assertThat(shards.subList(1, 3))
        .allSatisfy(
            child -> {
              assertThat(child.parentShardId()).isEqualTo(parent.shardId());
              assertThat(child.adjacentParentShardId()).isNull();
              assertThat(new BigInteger(child.sequenceNumberRange().startingSequenceNumber()))
                  .isGreaterThan(new BigInteger(last));
            });
    assertCovered(stream, 2);
  }

  @Test
  void theEndingSequenceNumberIsNotBelowAnyOfTheShardAndBelowAllOfItsChildren() {
    unless(Deviation.ENDS_CLOSED_SHARDS_AT_LONG_MAX);
    StreamUnderTest stream = stream(1);
    String last = stream.putAll(texts(10)).records().get(9).sequenceNumber();
    stream.split(stream.shard(0));

    String end = stream.shard(0).sequenceNumberRange().endingSequenceNumber();
    assertThat(new BigInteger(end)).isGreaterThanOrEqualTo(new BigInteger(last));
    assertThat(stream.openShards())
        .allSatisfy(
            child ->
                assertThat(new BigInteger(child.sequenceNumberRange().startingSequenceNumber()))
                    .isGreaterThan(new BigInteger(end)));
    assertThat(from(stream, ShardIteratorType.AFTER_SEQUENCE_NUMBER, end)).isEmpty();
  }

  @Test
  void aClosedShardEndsWithItsChildren() {
    StreamUnderTest stream = stream(1);
    stream.putAll(texts(10));
    stream.split(stream.shard(0));
    Shard parent = stream.shard(0);

    GetRecordsResponse first = stream.read(stream.trimHorizon(parent), 6);
    assertThat(first.nextShardIterator()).isNotNull();
    assertThat(first.hasChildShards()).isFalse();
    List<String> texts =
        new ArrayList<>(first.records().stream().map(StreamUnderTest::text).toList());
    GetRecordsResponse page = first;
    while (page.nextShardIterator() != null) {
      page = stream.read(page.nextShardIterator(), 6);
      page.records().forEach(record -> texts.add(StreamUnderTest.text(record)));
    }
    assertThat(texts).isEqualTo(texts(10));
    assertThat(page.childShards())
        .extracting(child -> child.shardId())
        .containsExactlyInAnyOrder(stream.shard(1).shardId(), stream.shard(2).shardId());
    assertThat(page.childShards())
        .allSatisfy(child -> assertThat(child.parentShards()).containsExactly(parent.shardId()));
  }

  @Test
  void anIteratorAtTheTipOfAShardThatIsThenSplitComesToItsEnd() {
    StreamUnderTest stream = stream(1);
    stream.put("x");
    Shard parent = stream.shard(0);
    String next = stream.read(stream.trimHorizon(parent), 10).nextShardIterator();
    stream.split(parent);
    GetRecordsResponse end = stream.read(next, 10);
    assertThat(end.records()).isEmpty();
    assertThat(end.nextShardIterator()).isNull();
    assertThat(end.millisBehindLatest()).isZero();
  }

  @Test
  void whatIsPutAfterASplitGoesToTheChildren() {
    StreamUnderTest stream = stream(1);
    stream.putAll(texts(10));
    stream.split(stream.shard(0));
    PutRecordsResponse put = stream.putAll(texts(40));
    assertThat(put.records())
        .extracting(PutRecordsResultEntry::shardId)
        .containsOnly(stream.shard(1).shardId(), stream.shard(2).shardId());
    assertThat(stream.allTexts()).hasSize(50);
  }

  @Test
  void mergedShardsHaveOneChild() {
    StreamUnderTest stream = stream(2);
    stream.putAll(texts(20));
    List<Shard> before = stream.shards();
    stream.merge(before.get(0), before.get(1));

    Shard child = stream.shard(2);
    assertThat(child.parentShardId()).isEqualTo(before.get(0).shardId());
    assertThat(child.adjacentParentShardId()).isEqualTo(before.get(1).shardId());
    assertCovered(stream, 1);
    assertThat(stream.put("after").shardId()).isEqualTo(child.shardId());
    assertThat(stream.allTexts()).hasSize(21);
  }

  @Test
  void aClosedShardIsNotSplitAgain() {
    unless(Deviation.CALLS_A_CLOSED_SHARD_IN_USE);
    StreamUnderTest stream = stream(1);
    Shard parent = stream.shard(0);
    stream.split(parent);
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> stream.split(parent));
  }

  @Test
  void shardsThatAreNotAdjacentAreNotMerged() {
    StreamUnderTest stream = stream(3);
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(() -> stream.merge(stream.shard(0), stream.shard(2)));
  }

  @Test
  void aShardIsNotSplitAtItsOwnStart() {
    unless(Deviation.SPLITS_AT_THE_SHARDS_START);
    StreamUnderTest stream = stream(1);
    assertThatExceptionOfType(InvalidArgumentException.class)
        .isThrownBy(
            () ->
                client()
                    .splitShard(
                        split ->
                            split
                                .streamName(stream.name)
                                .shardToSplit(stream.shard(0).shardId())
                                .newStartingHashKey("0")));
  }

  @ParameterizedTest
  @CsvSource({"2, 4", "4, 2", "2, 3", "3, 2"})
  void theNumberOfShardsIsChanged(int from, int to) {
    if (Math.max(from, to) % Math.min(from, to) != 0) {
      unless(Deviation.SCALES_UNEVENLY);
    }
    StreamUnderTest stream = stream(from);
    stream.putAll(texts(50));
    var answer =
        client()
            .updateShardCount(
                update ->
                    update
                        .streamName(stream.name)
                        .targetShardCount(to)
                        .scalingType(ScalingType.UNIFORM_SCALING));
    assertThat(answer.currentShardCount()).isEqualTo(from);
    assertThat(answer.targetShardCount()).isEqualTo(to);
    assertCovered(stream.settled(), to);
    stream.putAll(texts(50));
    assertThat(stream.allTexts()).hasSize(100);
  }

  @Test
  void shardsAreListedPageByPage() {
    StreamUnderTest stream = stream(5);
    List<Shard> listed = new ArrayList<>();
    ListShardsResponse page =
        client().listShards(list -> list.streamName(stream.name).maxResults(2));
    listed.addAll(page.shards());
    while (page.nextToken() != null) {
      String token = page.nextToken();
      page = client().listShards(list -> list.nextToken(token).maxResults(2));
      listed.addAll(page.shards());
    }
    assertThat(listed).isEqualTo(stream.shards()).hasSize(5);
  }

  @Test
  void aListingMayStartAfterAShard() {
    StreamUnderTest stream = stream(3);
    String first = stream.shard(0).shardId();
    assertThat(
            client()
                .listShards(list -> list.streamName(stream.name).exclusiveStartShardId(first))
                .shards())
        .isEqualTo(stream.shards().subList(1, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "AT_LATEST, 1 2",
    "AT_TRIM_HORIZON, 0",
    "FROM_TRIM_HORIZON, 0 1 2",
    "AFTER_SHARD_ID, 1 2"
  })
  void shardsAreFiltered(ShardFilterType type, String expected) {
    if (type == ShardFilterType.AT_TRIM_HORIZON) {
      unless(Deviation.LISTS_CHILDREN_AT_TRIM_HORIZON);
    }
    StreamUnderTest stream = stream(1);
    stream.put("x");
    Shard parent = stream.shard(0);
    stream.split(parent);
    String shardId = type == ShardFilterType.AFTER_SHARD_ID ? parent.shardId() : null;
    assertThat(
            client()
                .listShards(
                    list ->
                        list.streamName(stream.name)
                            .shardFilter(filter -> filter.type(type).shardId(shardId)))
                .shards())
        .extracting(shard -> shard.shardId().substring("shardId-00000000000".length()))
        .containsExactly(expected.split(" "));
  }
}
