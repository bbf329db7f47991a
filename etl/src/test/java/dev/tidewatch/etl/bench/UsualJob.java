package dev.tidewatch.etl.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_timestamp;
import static org.apache.spark.sql.functions.window;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.Trigger;
import org.apache.spark.sql.types.StructType;

/**
 * The same job as it is usually written: {@code from_json}, an event-time window with a watermark,
 * a partitioned CSV sink. It reads through the same source, so that what differs is the rest.
 */
final class UsualJob {
  private static final StructType RECORD =
      new StructType()
          .add("platform", "string")
          .add("marketplace", "string")
          .add("event_time", "string")
          .add("views", "long")
          .add("revenue", "double");

  private UsualJob() {}

  /** Reads what is in the stream and ends. */
  static void run(
      SparkSession spark, String stream, String maxSpan, String output, String checkpoint)
      throws Exception {
    Dataset<Row> records =
        spark
            .readStream()
            .format("kinesis-ranges")
            .option("streamName", stream)
            .option("startingPosition", "TRIM_HORIZON")
            .option("maxSpanPerTrigger", maxSpan)
            .load();
    records
        .select(from_json(col("data").cast("string"), RECORD).as("record"))
        .select("record.*")
        .withColumn("event_time", to_timestamp(col("event_time"), "yyyy-MM-dd HH:mm:ss"))
        .withWatermark("event_time", "2 minutes")
        .groupBy(window(col("event_time"), "5 minutes"), col("platform"), col("marketplace"))
        .agg(sum("views").as("views"), sum("revenue").as("revenue"))
        .select(
            date_format(col("window.start"), "yyyy-MM-dd").as("intvl_date"),
            date_format(col("window.start"), "HHmm").as("intvl_hhmm"),
            date_format(col("window.start"), "yyyy-MM-dd HH:mm:ss").as("event_time"),
            col("platform"),
            col("marketplace"),
            col("views"),
            col("revenue"))
        .writeStream()
        .format("csv")
        .partitionBy("intvl_date", "intvl_hhmm")
        .option("header", true)
        .option("path", output)
        .option("checkpointLocation", checkpoint)
        .trigger(Trigger.AvailableNow())
        .start()
        .awaitTermination();
  }
}
