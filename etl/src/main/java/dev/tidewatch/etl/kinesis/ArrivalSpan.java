package dev.tidewatch.etl.kinesis;

import java.time.Duration;
import org.apache.spark.sql.connector.read.streaming.ReadLimit;

/** Bounds a batch by the arrival times of its records. */
record ArrivalSpan(Duration span) implements ReadLimit {}
