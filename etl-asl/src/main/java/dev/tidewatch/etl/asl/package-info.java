/**
 * Spark's own Kinesis package, {@code spark-streaming-kinesis-asl}, beside the job: {@link
 * dev.tidewatch.etl.asl.AslShardReading} reads shards with it, {@link
 * dev.tidewatch.etl.asl.DStreamBridge} feeds the job's writer from its DStream. Both are optional;
 * decision 17 says why.
 */
package dev.tidewatch.etl.asl;
