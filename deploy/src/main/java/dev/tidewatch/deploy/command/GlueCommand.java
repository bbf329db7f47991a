package dev.tidewatch.deploy.command;

import dev.tidewatch.deploy.glue.GlueJob;
import dev.tidewatch.deploy.glue.GlueJob.Workers;
import dev.tidewatch.deploy.glue.GlueSubmission;
import dev.tidewatch.deploy.job.EtlJob;
import dev.tidewatch.deploy.job.Upload;
import dev.tidewatch.deploy.request.Clients;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.glue.GlueClient;

/** Makes or changes a job of AWS Glue, and starts it. */
@Command(
    name = "glue",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes or changes a streaming job of AWS Glue, and starts it.",
      "Glue 5.1 runs Spark 3.5, Glue 6.0 runs Spark 4.1. Submitting again changes the job; a run that is under way goes"
          + " on as it was started.",
      ""
    },
    footerHeading = "%nExamples%n",
    footer = {
      "  deploy/glue/submit.sh -f shop.yaml --assets s3://my-bucket/tidewatch --role TidewatchJob --dry-run",
      "  deploy/glue/submit.sh -f shop.yaml --assets s3://my-bucket/tidewatch --role TidewatchJob \\",
      "    --maintenance-window Sun:3 -- --output s3://my-bucket/streaming-csv"
    })
public final class GlueCommand implements Callable<Integer> {
  @Mixin private JobOptions what = new JobOptions();

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description =
          "The name or ARN of the role that the job takes on (deploy/stacks/connector.yaml makes it).")
  private String role = "";

  @Option(
      names = "--worker-type",
      paramLabel = "TYPE",
      defaultValue = "G.025X",
      description = "G.025X, G.1X, G.2X, G.4X or G.8X. Default ${DEFAULT-VALUE}.")
  private String type = "";

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "2",
      description = "How many at most, the driver included. Default ${DEFAULT-VALUE}.")
  private int workers;

  @Option(
      names = "--no-auto-scaling",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Always have as many workers as --workers says.")
  private boolean autoScaling;

  @Option(
      names = "--retries",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often Glue starts it again after it failed. Default ${DEFAULT-VALUE}.")
  private int retries;

  @Option(
      names = "--maintenance-window",
      paramLabel = "DAY:HOUR",
      defaultValue = "",
      description =
          "When Glue may restart it each week, UTC, such as Sun:3. Without one: when seven days are over.")
  private String maintenance = "";

  @Option(names = "--no-start", description = "Make or change the job only.")
  private boolean defineOnly;

  @Mixin private SendOptions how = new SendOptions();

  @Override
  public Integer call() {
    EtlJob job = what.job();
    Upload script =
        Upload.of(RepositoryFile.of("deploy/glue/GlueApp.scala"), what.assets().below("scripts"));
    GlueJob glueJob =
        new GlueJob(
            job,
            script,
            what.assets().below("temporary"),
            new Workers(role, type, workers, autoScaling, retries, maintenance));
    return how.send(
        List.of(job.jar(), job.metricSet(), script), clients -> submit(clients, glueJob));
  }

  private void submit(Clients clients, GlueJob job) {
    try (GlueClient glue = clients.open(GlueClient.builder())) {
      GlueSubmission submission = new GlueSubmission(glue, how.talk());
      if (clients.areRecording()) {
        submission.show(job);
        return;
      }
      submission.define(job);
      if (!defineOnly) {
        submission.start(job);
      }
    }
  }
}
