package dev.tidewatch.etl.kinesis;

import java.time.Clock;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.streaming.MicroBatchStream;
import org.apache.spark.sql.types.StructType;

/** One query's reading of a stream. */
record KinesisScan(SourceOptions options, StructType readSchema) implements Scan {
  @Override
  public String description() {
    return "kinesis-ranges " + options.stream();
  }

  @Override
  public MicroBatchStream toMicroBatchStream(String checkpointLocation) {
    return new KinesisMicroBatchStream(
        options,
        RangeColumn.of(readSchema),
        SdkStreamCalls.open(options.stream(), options.retryFor()),
        Clock.systemUTC());
  }

  @Override
  public CustomMetric[] supportedCustomMetrics() {
    return SourceMetrics.all();
  }
}
