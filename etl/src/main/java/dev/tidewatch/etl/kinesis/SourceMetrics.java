package dev.tidewatch.etl.kinesis;

import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.metric.CustomSumMetric;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;

/** What tasks count, as Spark's SQL page shows it. Spark makes these objects itself. */
public final class SourceMetrics {
  static final String ROWS = "kinesisRows";
  static final String THROTTLED = "kinesisThrottledCalls";
  static final String GAPS = "kinesisGaps";

  private SourceMetrics() {}

  static CustomMetric[] all() {
    return new CustomMetric[] {new Rows(), new Throttled(), new Gaps()};
  }

  static CustomTaskMetric value(String name, long value) {
    return new TaskValue(name, value);
  }

  private record TaskValue(String name, long value) implements CustomTaskMetric {}

  /** Rows read from the stream. */
  public static final class Rows extends CustomSumMetric {
    @Override
    public String name() {
      return ROWS;
    }

    @Override
    public String description() {
      return "records read from Kinesis";
    }
  }

  /** Calls that Kinesis throttled. */
  public static final class Throttled extends CustomSumMetric {
    @Override
    public String name() {
      return THROTTLED;
    }

    @Override
    public String description() {
      return "calls throttled by Kinesis";
    }
  }

  /** Stretches of the stream that were gone before they were read. */
  public static final class Gaps extends CustomSumMetric {
    @Override
    public String name() {
      return GAPS;
    }

    @Override
    public String description() {
      return "stretches lost from Kinesis before they were read";
    }
  }
}
