package dev.tidewatch.localaws.kinesis;

import static dev.tidewatch.localaws.kinesis.StreamUnderTest.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.tidewatch.localaws.kinesis.fault.Fault;
import dev.tidewatch.localaws.kinesis.fault.Faults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ExpiredIteratorException;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.LimitExceededException;
import software.amazon.awssdk.services.kinesis.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

class FaultsTest {
  private final SettableClock clock = new SettableClock();
  private final KinesisServer server =
      KinesisServer.start(KinesisServer.Options.defaults().withClock(clock).withSeed(7));
  private final KinesisClient client = Clients.trying(1, server.endpoint());
  private final StreamUnderTest stream = new StreamUnderTest(client, "orders");
  private final Faults faults = server.faults();

  @BeforeEach
  void makeStream() {
    stream.create(1);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void aFractionOfTheEntriesIsThrottledAndTheRestIsKept() {
    faults.inject(Fault.THROTTLED_PUT_ENTRY, 0.3);
    int failed = 0;
    for (int i = 0; i < 10; i++) {
      PutRecordsResponse put = stream.putAll(texts(200));
      failed += put.failedRecordCount();
      assertThat(put.records())
          .filteredOn(entry -> entry.errorCode() != null)
          .hasSize(put.failedRecordCount())
          .extracting(PutRecordsResultEntry::errorCode)
          .containsOnly("ProvisionedThroughputExceededException");
    }
    assertThat(failed).isCloseTo(600, within(90));
    assertThat(faults.injected(Fault.THROTTLED_PUT_ENTRY)).isEqualTo(failed);
    assertThat(server.recordsHeld("orders")).isEqualTo(2000 - failed);
  }

  @Test
  void sameSeedSameFaults() {
    assertThat(strikes(new Faults(1))).isEqualTo(strikes(new Faults(1)));
    assertThat(strikes(new Faults(1))).isNotEqualTo(strikes(new Faults(2)));
  }

  private static List<Boolean> strikes(Faults faults) {
    faults.inject(Fault.LOST_RESPONSE, 0.5);
    return IntStream.range(0, 64).mapToObj(i -> faults.strikes(Fault.LOST_RESPONSE)).toList();
  }

  @Test
  void oneFaultDoesNotChangeTheChanceOfAnother() {
    var busy = new Faults(1);
    busy.inject(Fault.EMPTY_PAGE, 0.5);
    IntStream.range(0, 9).forEach(i -> busy.strikes(Fault.EMPTY_PAGE));
    assertThat(strikes(busy)).isEqualTo(strikes(new Faults(1)));
  }

  @Test
  void aThrottledPutIsRefusedWhole() {
    faults.injectNext(Fault.THROTTLED_PUT_CALL, 1);
    assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
        .isThrownBy(() -> stream.putAll(texts(3)));
    assertThat(server.recordsHeld("orders")).isZero();
    stream.putAll(texts(3));
    assertThat(server.recordsHeld("orders")).isEqualTo(3);
  }

  @Test
  void aThrottledReadIsRefused() {
    String iterator = stream.trimHorizon(stream.shard(0));
    faults.injectNext(Fault.THROTTLED_GET_RECORDS, 1);
    assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
        .isThrownBy(() -> stream.read(iterator, 1));
    assertThat(stream.read(iterator, 1).records()).isEmpty();
  }

  @Test
  void aThrottledListingIsRefused() {
    faults.injectNext(Fault.THROTTLED_CONTROL_CALL, 1);
    assertThatExceptionOfType(LimitExceededException.class).isThrownBy(stream::shards);
    assertThat(stream.shards()).hasSize(1);
  }

  @Test
  void anEmptyPageLosesNothingAndIsNotTheTip() {
    stream.putAll(texts(5));
    clock.advance(Duration.ofSeconds(2));
    faults.injectNext(Fault.EMPTY_PAGE, 2);

    GetRecordsResponse first = stream.read(stream.trimHorizon(stream.shard(0)), 10);
    GetRecordsResponse second = stream.read(first.nextShardIterator(), 10);
    assertThat(List.of(first, second))
        .allSatisfy(
            page -> {
              assertThat(page.records()).isEmpty();
              assertThat(page.millisBehindLatest()).isEqualTo(2000);
            });
    assertThat(stream.texts(second.nextShardIterator())).isEqualTo(texts(5));
  }

  @Test
  void iteratorsHandedOutAreExpiredAtWill() {
    String old = stream.trimHorizon(stream.shard(0));
    faults.expireIterators();
    assertThatExceptionOfType(ExpiredIteratorException.class).isThrownBy(() -> stream.read(old, 1));
    assertThat(stream.texts(stream.trimHorizon(stream.shard(0)))).isEmpty();
  }

  @Test
  void aFractionOfTheReadsFindsItsIteratorExpired() {
    faults.injectNext(Fault.EXPIRED_ITERATOR, 1);
    assertThatExceptionOfType(ExpiredIteratorException.class)
        .isThrownBy(() -> stream.read(stream.trimHorizon(stream.shard(0)), 1));
  }

  @Test
  void anInternalErrorDoesNothing() {
    faults.injectNext(Fault.INTERNAL_ERROR, 1);
    assertThatExceptionOfType(KinesisException.class)
        .isThrownBy(() -> stream.put("x"))
        .satisfies(error -> assertThat(error.statusCode()).isEqualTo(500));
    assertThat(server.recordsHeld("orders")).isZero();
  }

  /** The JDK's client sends a request again by itself when it gets nothing: hence 2 of 2. */
  @Test
  void aLostResponseHasDoneItsWork() {
    faults.injectNext(Fault.LOST_RESPONSE, 2);
    assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> stream.put("x"));
    assertThat(server.recordsHeld("orders")).isEqualTo(faults.injected(Fault.LOST_RESPONSE));
    assertThat(server.recordsHeld("orders")).isPositive();
  }

  @Test
  void aCutResponseHasDoneItsWork() {
    faults.injectNext(Fault.CUT_RESPONSE, 1);
    assertThatExceptionOfType(SdkClientException.class).isThrownBy(() -> stream.putAll(texts(9)));
    assertThat(faults.injected(Fault.CUT_RESPONSE)).isEqualTo(1);
    assertThat(server.recordsHeld("orders")).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource({"LOST_RESPONSE", "CUT_RESPONSE", "INTERNAL_ERROR", "THROTTLED_GET_RECORDS"})
  void theSdksOwnRetriesOvercomeAFifthOfFailedReads(Fault fault) {
    stream.putAll(texts(200));
    faults.inject(fault, 0.2);
    try (KinesisClient retrying = Clients.trying(8, server.endpoint())) {
      var patient = new StreamUnderTest(retrying, "orders");
      String iterator = patient.trimHorizon(patient.shard(0));
      assertThat(patient.readAll(iterator, 10).stream().map(StreamUnderTest::text).toList())
          .isEqualTo(texts(200));
    }
    assertThat(faults.injected(fault)).isPositive();
  }

  @Test
  void arrivalTimesRunBackwardsWithinTheJitter() {
    faults.jitterArrivals(Duration.ofMillis(500));
    stream.putAll(texts(100));
    List<Instant> arrivals =
        stream.readAll(stream.trimHorizon(stream.shard(0)), 100).stream()
            .map(Record::approximateArrivalTimestamp)
            .toList();
    assertThat(arrivals)
        .allSatisfy(
            arrival ->
                assertThat(arrival)
                    .isBetween(clock.instant().minusMillis(500), clock.instant().plusMillis(500)));
    List<Instant> sorted = new ArrayList<>(arrivals);
    sorted.sort(null);
    assertThat(arrivals).isNotEqualTo(sorted);
  }

  @Test
  void trimmedRecordsAreSkippedSilently() {
    List<PutRecordsResultEntry> put = stream.putAll(texts(10)).records();
    String shardId = stream.shard(0).shardId();
    String before = stream.trimHorizon(stream.shard(0));

    assertThat(server.trim("orders", shardId, put.get(4).sequenceNumber())).isEqualTo(4);
    assertThat(stream.texts(before)).isEqualTo(texts(10).subList(4, 10));
    String gone =
        stream.iterator(
            stream.shard(0),
            place ->
                place
                    .shardIteratorType(ShardIteratorType.AT_SEQUENCE_NUMBER)
                    .startingSequenceNumber(put.get(1).sequenceNumber()));
    assertThat(stream.texts(gone)).isEqualTo(texts(10).subList(4, 10));
  }

  @Test
  void clearTurnsAllFaultsOff() {
    faults.inject(Fault.INTERNAL_ERROR, 1);
    faults.clear();
    stream.put("x");
    assertThat(faults.injected()).isZero();
  }

  @Test
  void aFractionIsFromZeroToOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> faults.inject(Fault.EMPTY_PAGE, 30))
        .withMessage("30.0 is no fraction: use 0 to 1");
  }
}
