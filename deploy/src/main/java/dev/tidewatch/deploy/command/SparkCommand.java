package dev.tidewatch.deploy.command;

import dev.tidewatch.deploy.job.EtlJob;
import dev.tidewatch.metricset.yaml.MetricSetFile;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Submits the job to a Spark of one's own. */
@Command(
    name = "spark",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Submits the job by spark-submit: to a standalone cluster, YARN, Kubernetes, or to this machine.",
      "spark-submit is that of SPARK_HOME, or the one on the PATH.",
      ""
    },
    footerHeading = "%nExamples%n",
    footer = {
      "  deploy/spark/submit.sh -f shop.yaml --checkpoint /var/lib/tidewatch/shop --master 'local[2]' --dry-run",
      "  deploy/spark/submit.sh -f s3://my-bucket/shop.yaml --checkpoint s3a://my-bucket/checkpoints/shop \\",
      "    --master yarn --deploy-mode cluster --conf spark.executor.instances=4 -- --trigger PT1M"
    })
public final class SparkCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-f", "--metric-set"},
      required = true,
      paramLabel = "FILE",
      description = "The metric set: a YAML file, or s3://bucket/key of one.")
  private String metricSet = "";

  @Option(
      names = "--checkpoint",
      required = true,
      paramLabel = "DIR",
      description = "Where Spark notes how far it has read; keep one per job.")
  private String checkpoint = "";

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Default: the one that Spark's own configuration names.")
  private @Nullable String master;

  @Option(
      names = "--deploy-mode",
      paramLabel = "MODE",
      defaultValue = "client",
      description = "client or cluster. Default ${DEFAULT-VALUE}.")
  private String deployMode = "";

  @Option(names = "--dry-run", description = "Run nothing; print the command line.")
  private boolean dryRun;

  @Mixin private SparkOptions spark = new SparkOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    List<String> line = commandLine();
    if (dryRun) {
      PrintWriter out = spec.commandLine().getOut();
      out.println(line.stream().map(SparkCommand::quoted).collect(Collectors.joining(" ")));
      out.flush();
      return 0;
    }
    return new ProcessBuilder(line).inheritIO().start().waitFor();
  }

  private void check() {
    boolean inS3 = metricSet.startsWith("s3://");
    if (!inS3) {
      MetricSetFile.read(Path.of(metricSet));
      if (deployMode.equals("cluster")) {
        throw new IllegalArgumentException(
            "in cluster mode the driver has no file "
                + metricSet
                + ": put it where it can read, and name that as s3://bucket/key");
      }
    }
  }

  private List<String> commandLine() {
    List<String> line = new ArrayList<>(List.of(sparkSubmit(), "--class", EtlJob.MAIN_CLASS));
    if (master != null) {
      line.addAll(List.of("--master", master));
    }
    line.addAll(List.of("--deploy-mode", deployMode));
    spark.conf().forEach((key, value) -> line.addAll(List.of("--conf", key + "=" + value)));
    line.add(spark.jar().toString());
    line.addAll(List.of("run", "--metric-set", metricSet, "--checkpoint", checkpoint, "--emf"));
    line.addAll(spark.arguments());
    return line;
  }

  private String sparkSubmit() {
    String home = System.getenv("SPARK_HOME");
    if (home != null) {
      return Path.of(home, "bin", "spark-submit").toString();
    }
    boolean onPath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "spark-submit")));
    if (!onPath && !dryRun) {
      throw new IllegalArgumentException(
          "there is no spark-submit: set SPARK_HOME, or run the job without one by bin/etl run");
    }
    return "spark-submit";
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9_./:=@,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
