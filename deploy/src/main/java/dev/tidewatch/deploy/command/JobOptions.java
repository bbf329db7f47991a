package dev.tidewatch.deploy.command;

import dev.tidewatch.deploy.job.EtlJob;
import dev.tidewatch.deploy.job.S3Location;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.yaml.MetricSetFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is submitted: the same for every platform. */
final class JobOptions {
  @Option(
      names = {"-f", "--metric-set"},
      required = true,
      paramLabel = "FILE",
      description = "The metric set: the YAML file that the job is sent with.")
  private Path metricSet = Path.of("");

  @Option(
      names = "--assets",
      required = true,
      paramLabel = "S3",
      description =
          "Where jar and metric set go, s3://bucket/prefix; the job's role must be able to read there.")
  private String assets = "";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Of the job. Default: tidewatch- and the metric set's name.")
  private @Nullable String name;

  @Option(
      names = "--checkpoint",
      paramLabel = "S3",
      description =
          "Where Spark notes how far it has read. Default: checkpoints/NAME below --assets. Keep it: without"
              + " it the job begins anew.")
  private @Nullable String checkpoint;

  @Mixin private SparkOptions spark = new SparkOptions();

  EtlJob job() {
    MetricSet known = MetricSetFile.read(metricSet);
    String called = name == null ? "tidewatch-" + known.name() : name;
    EtlJob job =
        EtlJob.of(called, spark.line(), spark.jar(), metricSet, S3Location.of(assets))
            .withArguments(spark.arguments())
            .withConf(spark.conf());
    return checkpoint == null ? job : job.withCheckpoint(S3Location.of(checkpoint));
  }

  S3Location assets() {
    return S3Location.of(assets);
  }
}
