package dev.tidewatch.etl.asl;

import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder;
import com.amazonaws.services.kinesis.clientlibrary.types.ExtendedSequenceNumber;
import com.amazonaws.services.kinesis.leases.exceptions.LeasingException;
import com.amazonaws.services.kinesis.leases.impl.KinesisClientLease;
import com.amazonaws.services.kinesis.leases.impl.KinesisClientLeaseManager;
import dev.tidewatch.metricset.StartingPosition;
import java.util.Set;

/**
 * The leases that the Kinesis client library keeps in a table of DynamoDB, named like the
 * application. It notes there what was received, which may not have been written when all ended: so
 * before it starts, the leases are set back to what was.
 */
final class Leases {
  private static final Set<ExtendedSequenceNumber> NOT_BEGUN =
      Set.of(
          ExtendedSequenceNumber.TRIM_HORIZON,
          ExtendedSequenceNumber.LATEST,
          ExtendedSequenceNumber.AT_TIMESTAMP);

  private final String application;
  private final String region;
  private final ExtendedSequenceNumber starting;

  Leases(String application, String region, StartingPosition starting) {
    this.application = application;
    this.region = region;
    if (starting instanceof StartingPosition.Latest) {
      this.starting = ExtendedSequenceNumber.LATEST;
    } else if (starting instanceof StartingPosition.At) {
      this.starting = ExtendedSequenceNumber.AT_TIMESTAMP;
    } else {
      this.starting = ExtendedSequenceNumber.TRIM_HORIZON;
    }
  }

  /** Sets every lease to what is written of its shard. Nobody else may be receiving. */
  void setBackTo(WrittenPosition position) {
    AmazonDynamoDB dynamo = AmazonDynamoDBClientBuilder.standard().withRegion(region).build();
    try {
      var leases = new KinesisClientLeaseManager(application, dynamo, true);
      if (!leases.leaseTableExists()) {
        checkNothingWritten(position);
        return;
      }
      for (KinesisClientLease lease : leases.listLeases()) {
        setBack(leases, lease, position);
      }
    } catch (LeasingException e) {
      throw new IllegalStateException(
          "the leases in the table " + application + " cannot be set back: " + e.getMessage(), e);
    } finally {
      dynamo.shutdown();
    }
  }

  private void checkNothingWritten(WrittenPosition position) {
    if (!position.shards().isEmpty() && starting.equals(ExtendedSequenceNumber.LATEST)) {
      throw new IllegalStateException(
          "the table "
              + application
              + " is gone, and with it where to go on: set the stream's startingPosition to"
              + " TRIM_HORIZON; what is written already is left out");
    }
  }

  private void setBack(
      KinesisClientLeaseManager leases, KinesisClientLease lease, WrittenPosition position)
      throws LeasingException {
    String written = position.shards().get(lease.getLeaseKey());
    if (written != null || !NOT_BEGUN.contains(lease.getCheckpoint())) {
      lease.setCheckpoint(written == null ? beginning(lease) : new ExtendedSequenceNumber(written));
      checkOurs(leases.updateLease(lease), lease);
    }
    if (lease.getLeaseOwner() != null) {
      checkOurs(leases.evictLease(lease), lease); // or its late owner would be waited for
    }
  }

  private void checkOurs(boolean done, KinesisClientLease lease) {
    if (!done) {
      throw new IllegalStateException(
          "the lease of "
              + lease.getLeaseKey()
              + " in the table "
              + application
              + " changes hands: somebody else is receiving as this application");
    }
  }

  private ExtendedSequenceNumber beginning(KinesisClientLease lease) {
    return lease.getParentShardIds().isEmpty() ? starting : ExtendedSequenceNumber.TRIM_HORIZON;
  }
}
