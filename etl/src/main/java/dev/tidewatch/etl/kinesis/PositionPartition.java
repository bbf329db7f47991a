package dev.tidewatch.etl.kinesis;

import org.apache.spark.sql.connector.read.InputPartition;

/** The one row that tells where a batch stands in the stream. */
record PositionPartition(BatchPosition position) implements InputPartition {}
