package dev.tidewatch.localaws.kinesis.stream;

import java.time.Duration;
import java.time.Instant;

/** A stream as it is told to clients, without its shards. */
public record StreamSummary(
    String name,
    String arn,
    StreamMode mode,
    Instant createdAt,
    Duration retention,
    int openShards,
    int maxRecordBytes) {}
