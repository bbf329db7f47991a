package dev.tidewatch.etl.command;

import static dev.tidewatch.etl.command.UserErrors.FAILED;

import dev.tidewatch.etl.deliver.CommitObserver;
import dev.tidewatch.etl.deliver.TooManyRows;
import dev.tidewatch.etl.job.IntervalJob;
import dev.tidewatch.etl.job.JobPlan;
import dev.tidewatch.etl.job.JobRules;
import dev.tidewatch.etl.job.MetricSetText;
import dev.tidewatch.etl.job.RecordSource;
import dev.tidewatch.metricset.MetricSet;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Runs the job until it is stopped, or until it has caught up. */
@Command(
    name = "run",
    description = "Runs the job: reads the stream, publishes each interval once it is complete.",
    sortOptions = false,
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:caught up",
      "1:failed; the message says why",
      "2:wrong options or a wrong metric set",
      "3:out of memory: give more (bin/etl: ETL_JAVA_OPTS=-Xmx2g; a cluster: spark.driver.memory), or begin with a"
          + " new checkpoint, --adopt and a shorter --max-span",
      "130:stopped by Ctrl-C",
      "143:stopped by SIGTERM"
    },
    footer = {
      "",
      "Durations are ISO-8601 or short: PT30S or 30s, P1D or 1d. Region, endpoints",
      "and credentials come from where the AWS SDK looks for them. Stop the job with",
      "SIGTERM or Ctrl-C at any time; started again with the same checkpoint it goes",
      "on where it was, and writes nothing twice.",
      "",
      "Examples:",
      "  Read the stream, publish each interval, until stopped:",
      "    etl run -f shop.yaml --checkpoint /var/lib/etl/shop",
      "  Catch up, and end (from cron, say):",
      "    etl run -f shop.yaml --checkpoint /var/lib/etl/shop --available-now",
      "  Without Kinesis, from a folder of CSV or JSON Lines files:",
      "    etl run -f shop.yaml --checkpoint /tmp/shop --files file:///data/orders"
    })
public final class RunCommand implements Callable<Integer> {
  private static final String LOOPBACK = "127.0.0.1";

  private final CommitObserver observer;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private MetricSetOption metricSetOption = new MetricSetOption();

  @Option(
      names = "--checkpoint",
      paramLabel = "DIR",
      description =
          "Where Spark notes how far it has read; keep one per job. On Glue the default is TempDir/JOB_NAME.")
  private @Nullable String checkpoint;

  @Option(
      names = {"--stream", "--streamName"},
      paramLabel = "NAME",
      description = "Instead of the metric set's stream.")
  private @Nullable String stream;

  @Option(
      names = "--files",
      paramLabel = "URI",
      description =
          "Read the files of this folder (s3:// or file://) instead of the stream; .gz is unpacked.")
  private @Nullable URI files;

  @Option(
      names = "--files-have-header",
      description = "The first line of each of these files names its columns, and is no record.")
  private boolean filesHaveHeader;

  @Option(
      names = "--available-now",
      description = "Read what is there, publish what is complete, and end.")
  private boolean availableNow;

  @Option(
      names = "--trigger",
      paramLabel = "DURATION",
      defaultValue = "PT30S",
      description = "How often to read. Default ${DEFAULT-VALUE}.")
  private Duration trigger = Duration.ZERO;

  @Option(
      names = "--max-span",
      paramLabel = "DURATION",
      defaultValue = "PT1H",
      description =
          "How much arrival time one batch covers at most while catching up. Default ${DEFAULT-VALUE}.")
  private Duration maxSpan = Duration.ZERO;

  @Option(
      names = "--allow-data-loss",
      description =
          "Go on when the stream no longer holds what was to be read; otherwise the job stops and says so.")
  private boolean allowDataLoss;

  @Option(
      names = "--shard-reader",
      paramLabel = "NAME",
      defaultValue = "sdk",
      description =
          "What reads the shards: sdk, or asl (Spark's Kinesis package) with tidewatch-etl-asl.jar; see"
              + " docs/etl-asl.md. Default ${DEFAULT-VALUE}.")
  private String shardReader = "sdk";

  @Option(
      names = "--raw",
      description =
          "Keep each record a row instead of adding up; the detector's row quota still holds.")
  private boolean raw;

  @Option(
      names = "--too-many-rows",
      paramLabel = "POLICY",
      defaultValue = "TOP",
      description =
          "When an interval has more rows than the detector reads: TOP keeps those with most records and adds"
              + " up the others, FAIL stops. Default ${DEFAULT-VALUE}.")
  private TooManyRows tooManyRows = TooManyRows.TOP;

  @Option(
      names = "--idle-after",
      paramLabel = "DURATION",
      defaultValue = "PT30S",
      description =
          "When a shard without new records stops holding intervals open. Default ${DEFAULT-VALUE}.")
  private Duration idleAfter = Duration.ZERO;

  @Option(
      names = "--max-ahead",
      paramLabel = "DURATION",
      defaultValue = "PT2M",
      description =
          "How far after its arrival a record may be dated before it is rejected. Default ${DEFAULT-VALUE}.")
  private Duration maxAhead = Duration.ZERO;

  @Option(
      names = "--max-age",
      paramLabel = "DURATION",
      defaultValue = "P31D",
      description =
          "How long before its arrival a record may be dated before it is rejected. Default ${DEFAULT-VALUE}.")
  private Duration maxAge = Duration.ZERO;

  @Option(
      names = "--lease",
      paramLabel = "DURATION",
      defaultValue = "PT15S",
      description =
          "How long a job that has stopped telling is taken to be alive. Default ${DEFAULT-VALUE}.")
  private Duration lease = Duration.ZERO;

  @Option(
      names = "--adopt",
      description = "Start with a new checkpoint on an output that another one has written.")
  private boolean adopt;

  @Option(
      names = "--emf",
      description = "Print each batch's metrics for CloudWatch on standard output.")
  private boolean emf;

  @Option(names = "--sentences", description = "Log batches in sentences instead of JSON.")
  private boolean sentences;

  @Option(
      names = "--dry-run",
      description =
          "Check metric set, stream, output and checkpoint; say what would run; change nothing.")
  private boolean dryRun;

  @Mixin private AwsSampleOptions awsSample = new AwsSampleOptions();

  @Mixin private GlueOptions glue = new GlueOptions();

  @Unmatched private List<String> unmatched = new ArrayList<>();

  /**
   * @param observer hears of every commit step of the job
   */
  public RunCommand(CommitObserver observer) {
    this.observer = observer;
  }

  @Override
  public Integer call() throws Exception {
    glue.checkUnmatched(unmatched, spec.commandLine());
    JobPlan plan = plan();
    if (dryRun) {
      return DryRun.of(plan).print(spec.commandLine().getOut()) ? 0 : FAILED;
    }
    try (SparkSession spark = session(plan)) {
      new IntervalJob(plan, observer).run(spark);
    }
    return 0;
  }

  private JobPlan plan() {
    MetricSetText text = awsSample.applyTo(metricSetOption.text());
    MetricSet metricSet = text.read();
    return new JobPlan(metricSet, text, source(metricSet), checkpointFolder(), rules());
  }

  private RecordSource source(MetricSet metricSet) {
    if (files != null) {
      return new RecordSource.Files(files, filesHaveHeader);
    }
    return new RecordSource.Kinesis(
        stream == null ? metricSet.stream().value() : stream,
        metricSet.startingPosition().toString(),
        maxSpan,
        allowDataLoss,
        shardReader);
  }

  private JobRules rules() {
    return new JobRules(
        trigger,
        availableNow,
        idleAfter,
        maxAhead,
        maxAge,
        !raw,
        tooManyRows,
        lease,
        adopt,
        emf,
        sentences);
  }

  private String checkpointFolder() {
    if (checkpoint != null) {
      return checkpoint;
    }
    return glue.checkpoint()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "Missing required option '--checkpoint=DIR': where Spark notes how far it has read"));
  }

  private static SparkSession session(JobPlan plan) {
    SparkSession.Builder builder =
        SparkSession.builder().appName("tidewatch-etl " + plan.metricSet().name());
    if (System.getProperty("spark.master") == null) {
      builder
          .master("local[*]")
          .config("spark.ui.enabled", false)
          .config("spark.driver.bindAddress", LOOPBACK) // or Spark listens to the whole network
          .config("spark.driver.host", LOOPBACK);
    }
    return builder.getOrCreate();
  }
}
