package dev.tidewatch.deploy.command;

import dev.tidewatch.deploy.job.EtlJob;
import dev.tidewatch.deploy.job.S3Location;
import dev.tidewatch.deploy.job.SparkLine;
import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.metricset.yaml.MetricSetFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
      names = "--spark",
      paramLabel = "LINE",
      defaultValue = "3.5",
      description = "3.5 or 4.1. Default ${DEFAULT-VALUE}.")
  private String spark = "";

  @Option(
      names = "--jar",
      paramLabel = "FILE",
      description = "The job's jar. Default: the one built in this repository for that Spark.")
  private @Nullable Path jar;

  @Option(
      names = "--checkpoint",
      paramLabel = "S3",
      description =
          "Where Spark notes how far it has read. Default: checkpoints/NAME below --assets. Keep it: without"
              + " it the job begins anew.")
  private @Nullable String checkpoint;

  @Option(
      names = "--conf",
      paramLabel = "KEY=VALUE",
      description = "A property of Spark; may be given several times.")
  private Map<String, String> conf = new LinkedHashMap<>();

  @Parameters(
      paramLabel = "-- JOB OPTIONS",
      description =
          "What the job is told besides, such as -- --max-span PT2H (bin/etl run --help).")
  private List<String> arguments = List.of();

  EtlJob job() {
    MetricSet known = MetricSetFile.read(metricSet);
    SparkLine line = SparkLine.of(spark);
    String called = name == null ? "tidewatch-" + known.name() : name;
    EtlJob job =
        EtlJob.of(called, line, BuiltJar.of(line, jar), metricSet, S3Location.of(assets))
            .withArguments(arguments)
            .withConf(conf);
    return checkpoint == null ? job : job.withCheckpoint(S3Location.of(checkpoint));
  }

  S3Location assets() {
    return S3Location.of(assets);
  }
}
