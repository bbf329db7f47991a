package dev.tidewatch.etl.asl;

import static java.util.Objects.requireNonNull;

import com.amazonaws.services.kinesis.metrics.interfaces.MetricsLevel;
import dev.tidewatch.etl.command.DurationConverter;
import dev.tidewatch.etl.command.MetricSetOption;
import dev.tidewatch.etl.command.UserErrors;
import dev.tidewatch.etl.deliver.BatchSummary;
import dev.tidewatch.etl.deliver.CommitObserver;
import dev.tidewatch.etl.deliver.TooManyRows;
import dev.tidewatch.etl.job.GracefulStop;
import dev.tidewatch.etl.job.JobPlan;
import dev.tidewatch.etl.job.JobRules;
import dev.tidewatch.etl.job.MetricSetText;
import dev.tidewatch.etl.job.OpenJob;
import dev.tidewatch.etl.job.RecordSource;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.StartingPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.streaming.Durations;
import org.apache.spark.streaming.api.java.JavaInputDStream;
import org.apache.spark.streaming.api.java.JavaStreamingContext;
import org.apache.spark.streaming.kinesis.KinesisInitialPositions;
import org.apache.spark.streaming.kinesis.KinesisInputDStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import scala.reflect.ClassTag;

/** Kinesis records, received by Spark's own DStream, to the job's interval files. */
@Command(
    name = "dstream-bridge",
    description = {
      "Receives the stream with Spark's KinesisInputDStream and publishes each interval once it is complete,"
          + " with the shaping and the writer of the job.",
      "",
      "AT LEAST ONCE: what a batch wrote may be counted again when the process dies before it has noted so."
          + " The job itself (etl run) counts every record once; take it unless you need a DStream."
    },
    sortOptions = false,
    mixinStandardHelpOptions = true,
    version = "dstream-bridge 0.1.0",
    footer = {
      "",
      "The Kinesis client library keeps its leases in the DynamoDB table --application names, and needs"
          + " the right to create, read and write it. One receiver reads all shards; it occupies one core.",
      "",
      "Example:",
      "  spark-submit --class dev.tidewatch.etl.asl.DStreamBridge \\",
      "    etl-asl/target/tidewatch-etl-asl.jar -f shop.yaml --application shop-bridge"
    })
public final class DStreamBridge implements Callable<Integer> {
  private static final Logger log = LoggerFactory.getLogger(DStreamBridge.class);
  private static final String LOOPBACK = "127.0.0.1";

  @Mixin private MetricSetOption metricSetOption = new MetricSetOption();

  @Option(
      names = "--application",
      paramLabel = "NAME",
      description =
          "The DynamoDB table of the leases; one a bridge. Default tidewatch-NAME_OF_THE_METRIC_SET.")
  private @Nullable String application;

  @Option(
      names = "--stream",
      paramLabel = "NAME",
      description = "Instead of the metric set's stream.")
  private @Nullable String stream;

  @Option(
      names = "--batch",
      paramLabel = "DURATION",
      defaultValue = "PT30S",
      description = "How much is received until it is written. Default ${DEFAULT-VALUE}.")
  private Duration batch = Duration.ZERO;

  @Option(
      names = "--silent-after",
      paramLabel = "DURATION",
      defaultValue = "PT1M",
      description =
          "How long nothing is received of a shard until it no longer holds intervals open. Default"
              + " ${DEFAULT-VALUE}.")
  private Duration silentAfter = Duration.ZERO;

  @Option(
      names = "--adopt",
      description = "Go on, as a new application, with an output that another one has written.")
  private boolean adopt;

  @Option(
      names = {"-v", "--verbose"},
      description = "Print stack traces.")
  @SuppressWarnings("UnusedVariable") // the handler of errors asks for it by its name
  private boolean verbose;

  private DStreamBridge() {}

  /** As spark-submit calls it. On a cluster a failure is thrown, for that is how YARN tells. */
  public static void main(String[] arguments) {
    int exitCode = execute(arguments);
    if (exitCode == 0) {
      return;
    }
    if (System.getProperty("spark.master") != null) {
      throw new IllegalStateException(
          "the bridge failed with exit code " + exitCode + "; the log says why");
    }
    System.exit(exitCode);
  }

  /** Runs the command line and returns its exit code. */
  static int execute(String... arguments) {
    return new CommandLine(new DStreamBridge())
        .registerConverter(Duration.class, new DurationConverter())
        .setExecutionExceptionHandler(new UserErrors())
        .execute(arguments);
  }

  @Override
  public Integer call() throws InterruptedException {
    MetricSetText text = metricSetOption.text();
    MetricSet metricSet = text.read();
    String name = application == null ? "tidewatch-" + metricSet.name() : application;
    String streamName = stream == null ? metricSet.stream().value() : stream;
    log.warn(
        "At least once: what is written when the process dies may be counted again; etl run counts once");
    var source =
        new RecordSource.Kinesis(
            streamName, metricSet.startingPosition().toString(), Duration.ofHours(1));
    JobPlan plan = new JobPlan(metricSet, text, source, "dynamodb:" + name, rules());
    try (SparkSession spark = session(name);
        StreamShards shards = new StreamShards(streamName);
        GracefulStop stop = GracefulStop.listening();
        OpenJob job =
            OpenJob.open(
                plan,
                "dstream-bridge " + name,
                CommitObserver.NONE,
                DStreamBridge::tell,
                stop.running())) {
      KinesisPlace place = KinesisPlace.find();
      WrittenPosition written = WrittenPosition.load(job.store());
      new Leases(name, place.region(), metricSet.startingPosition()).setBackTo(written);
      var batches = new BridgeBatch(job, shards, streamName, written, silentAfter, Instant.now());
      receive(spark, place, name, streamName, metricSet.startingPosition(), batches, stop);
    }
    return 0;
  }

  @SuppressWarnings("deprecation") // DStreams are, as a whole; they are what this bridges from
  private void receive(
      SparkSession spark,
      KinesisPlace place,
      String name,
      String streamName,
      StartingPosition starting,
      BridgeBatch batches,
      GracefulStop stop)
      throws InterruptedException {
    var streaming =
        new JavaStreamingContext(
            new JavaSparkContext(spark.sparkContext()), Durations.milliseconds(batch.toMillis()));
    ClassTag<ReceivedRecord> records = scala.reflect.ClassTag$.MODULE$.apply(ReceivedRecord.class);
    KinesisInputDStream.Builder receiving =
        new KinesisInputDStream.Builder()
            .streamingContext(streaming)
            .streamName(streamName)
            .checkpointAppName(name)
            .endpointUrl(place.endpoint())
            .regionName(place.region())
            .storageLevel(storage(spark))
            .metricsLevel(MetricsLevel.NONE);
    KinesisInputDStream<ReceivedRecord> received =
        beginning(receiving, starting).buildWithMessageHandler(new TakeRecord(), records);
    new JavaInputDStream<>(received, records).foreachRDD(batches);
    streaming.start();
    stop.of(() -> streaming.stop(false, false));
    try {
      streaming.awaitTermination();
    } finally {
      streaming.stop(false, false);
    }
  }

  /** On a second executor as well, where there is one. */
  private static StorageLevel storage(SparkSession spark) {
    return spark.sparkContext().isLocal()
        ? StorageLevel.MEMORY_AND_DISK_SER()
        : StorageLevel.MEMORY_AND_DISK_SER_2();
  }

  private static KinesisInputDStream.Builder beginning(
      KinesisInputDStream.Builder receiving, StartingPosition starting) {
    if (starting instanceof StartingPosition.At at) {
      return receiving.initialPosition(
          new KinesisInitialPositions.AtTimestamp(Date.from(at.instant())));
    }
    return starting instanceof StartingPosition.Latest
        ? receiving.initialPosition(new KinesisInitialPositions.Latest())
        : receiving.initialPosition(new KinesisInitialPositions.TrimHorizon());
  }

  /** The job's defaults, but for what only its own source knows. */
  private JobRules rules() {
    return new JobRules(
        requireNonNull(batch, "batch"),
        false,
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        Duration.ofDays(31),
        true,
        TooManyRows.TOP,
        Duration.ofSeconds(15),
        adopt,
        false,
        true);
  }

  private static void tell(BatchSummary summary) {
    log.info(
        "batch {}: {} records read, {} late, {} rejected, {} intervals published",
        summary.batchId(),
        summary.read(),
        summary.late(),
        summary.rejectedRecords(),
        summary.published().size());
  }

  /** A limited rate could end a batch within a record that others were packed into. */
  private static void checkRate(SparkConf settings) {
    for (String limit :
        new String[] {"spark.streaming.backpressure.enabled", "spark.streaming.receiver.maxRate"}) {
      String value = settings.get(limit, "false");
      if (!value.equals("false") && !value.equals("-1")) {
        throw new IllegalArgumentException(
            limit + "=" + value + " is not possible here: it would cut packed records apart");
      }
    }
  }

  private static SparkSession session(String name) {
    SparkSession.Builder builder = SparkSession.builder().appName("tidewatch-dstream " + name);
    if (System.getProperty("spark.master") == null) {
      builder
          .master("local[*]")
          .config("spark.ui.enabled", false)
          .config("spark.driver.bindAddress", LOOPBACK) // or Spark listens to the whole network
          .config("spark.driver.host", LOOPBACK);
    }
    SparkSession spark = builder.getOrCreate();
    checkRate(spark.sparkContext().getConf());
    return spark;
  }
}
