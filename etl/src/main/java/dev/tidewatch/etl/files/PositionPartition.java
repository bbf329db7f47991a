package dev.tidewatch.etl.files;

import org.apache.spark.sql.connector.read.InputPartition;

/** The one row that says where the batch stands. */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
record PositionPartition(byte[] position) implements InputPartition {}
