package dev.tidewatch.etl.asl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder;
import com.amazonaws.services.kinesis.clientlibrary.types.ExtendedSequenceNumber;
import com.amazonaws.services.kinesis.leases.impl.KinesisClientLease;
import com.amazonaws.services.kinesis.leases.impl.KinesisClientLeaseManager;
import dev.tidewatch.metricset.StartingPosition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** With the library's own classes on both sides. */
class LeasesTest {
  @TempDir private static Path folder;

  private static LocalLeases local;

  @BeforeAll
  static void start() throws Exception {
    local = LocalLeases.start(folder);
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  private static String table(TestInfo test) {
    return test.getTestMethod().orElseThrow().getName();
  }

  private static void received(
      String table, String shard, ExtendedSequenceNumber checkpoint, String... parents)
      throws Exception {
    AmazonDynamoDB dynamo = AmazonDynamoDBClientBuilder.standard().withRegion("us-east-1").build();
    var leases = new KinesisClientLeaseManager(table, dynamo, true);
    leases.createLeaseTableIfNotExists(1L, 1L);
    var lease = new KinesisClientLease();
    lease.setLeaseKey(shard);
    lease.setLeaseOwner("the process that died");
    lease.setCheckpoint(checkpoint);
    lease.setOwnerSwitchesSinceCheckpoint(0L);
    lease.setParentShardIds(List.of(parents));
    assertThat(leases.createLeaseIfNotExists(lease)).isTrue();
    dynamo.shutdown();
  }

  private static void setBack(
      String table, StartingPosition starting, Map<String, String> written) {
    new Leases(table, "us-east-1", starting).setBackTo(new WrittenPosition(new TreeMap<>(written)));
  }

  @Test
  void goesBackFromWhatWasReceivedToWhatWasWritten(TestInfo test) throws Exception {
    received(table(test), "read", new ExtendedSequenceNumber("900", 3L));
    received(table(test), "over", ExtendedSequenceNumber.SHARD_END);
    received(table(test), "unwritten", new ExtendedSequenceNumber("900"));
    received(table(test), "child", new ExtendedSequenceNumber("900"), "over");
    received(table(test), "waiting", ExtendedSequenceNumber.TRIM_HORIZON, "read");

    setBack(table(test), new StartingPosition.Latest(), Map.of("read", "800", "over", "700"));

    assertThat(local.tables().values(table(test), "checkpoint"))
        .isEqualTo(
            Map.of(
                "read", "800",
                "over", "700",
                "unwritten", "LATEST",
                "child", "TRIM_HORIZON",
                "waiting", "TRIM_HORIZON"));
  }

  @Test
  void takesLeasesFromTheDead(TestInfo test) throws Exception {
    received(table(test), "read", new ExtendedSequenceNumber("900"));

    setBack(table(test), new StartingPosition.TrimHorizon(), Map.of("read", "900"));

    assertThat(local.tables().values(table(test), "leaseOwner")).isEmpty();
  }

  @Test
  void doesNothingBeforeTheFirstStart(TestInfo test) {
    setBack(table(test), new StartingPosition.Latest(), Map.of());

    assertThat(local.tables().values(table(test), "checkpoint")).isEmpty();
  }

  @Test
  void doesNotLeaveOutWhatCameSinceATableThatIsGone(TestInfo test) {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> setBack(table(test), new StartingPosition.Latest(), Map.of("read", "900")))
        .withMessageContaining("set the stream's startingPosition to TRIM_HORIZON");
  }
}
