/**
 * A Spark source that reads a folder of record files once, in order of their names: a replay
 * without Kinesis. Each file stands for a shard that was read to its end.
 */
package dev.tidewatch.etl.files;
