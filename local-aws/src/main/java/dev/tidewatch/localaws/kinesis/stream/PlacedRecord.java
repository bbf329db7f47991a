package dev.tidewatch.localaws.kinesis.stream;

/** Where a record that was put stands. */
public record PlacedRecord(String shardId, String sequenceNumber) {}
