package dev.tidewatch.etl.bench;

import java.lang.management.ManagementFactory;
import org.apache.spark.sql.SparkSession;

/**
 * Runs a job over a stream twice in this JVM and prints what the second time cost: {@code measured
 * <CPU nanoseconds of the whole process> <wall nanoseconds> <batches>}.
 *
 * <p>Arguments: {@code ours} or {@code usual}, the stream, the arrival time a batch covers, where
 * output goes, and where checkpoints go.
 */
public final class MeasuredRun {
  private static final com.sun.management.OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);

  private final String job;
  private final String stream;
  private final String maxSpan;
  private final String output;
  private final String checkpoints;

  private MeasuredRun(String[] arguments) {
    job = arguments[0];
    stream = arguments[1];
    maxSpan = arguments[2];
    output = arguments[3];
    checkpoints = arguments[4];
  }

  public static void main(String[] arguments) throws Exception {
    var run = new MeasuredRun(arguments);
    try (SparkSession spark = session()) {
      run.run(spark, "warm-up");
      System.out.println("measured " + run.run(spark, "measured"));
    }
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[2]")
        .appName("benchmark")
        .config("spark.ui.enabled", false)
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        // As many as there are cores: with Spark's 200 the usual job would look far worse.
        .config("spark.sql.shuffle.partitions", 2)
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate();
  }

  /** One pass: CPU and wall nanoseconds, and batches. */
  private String run(SparkSession spark, String pass) throws Exception {
    var batches = new BatchCount();
    spark.streams().addListener(batches);
    long wall = System.nanoTime();
    long cpu = PROCESS.getProcessCpuTime();
    start(spark, output + "/" + pass, checkpoints + "/" + pass);
    cpu = PROCESS.getProcessCpuTime() - cpu;
    wall = System.nanoTime() - wall;
    long count = batches.await();
    spark.streams().removeListener(batches);
    return cpu + " " + wall + " " + count;
  }

  private void start(SparkSession spark, String folder, String checkpoint) throws Exception {
    switch (job) {
      case "ours" -> OurJob.run(spark, stream, maxSpan, folder, checkpoint);
      case "usual" -> UsualJob.run(spark, stream, maxSpan, folder, checkpoint);
      default -> throw new IllegalArgumentException("there is no job '" + job + "'");
    }
  }
}
