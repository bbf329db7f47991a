package dev.tidewatch.deploy.command;

import dev.tidewatch.deploy.emrserverless.ServerlessRun;
import dev.tidewatch.deploy.emrserverless.ServerlessSubmission;
import dev.tidewatch.deploy.job.EtlJob;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;

/** Starts the job on EMR Serverless. */
@Command(
    name = "emr-serverless",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts the job on EMR Serverless, in mode STREAMING: without a time limit, started again when it fails.",
      ""
    },
    footerHeading = "%nExamples%n",
    footer = {
      "  deploy/emr-serverless/submit.sh -f shop.yaml --assets s3://my-bucket/tidewatch \\",
      "    --role arn:aws:iam::123456789012:role/TidewatchJob --dry-run",
      "  deploy/emr-serverless/submit.sh -f shop.yaml --assets s3://my-bucket/tidewatch \\",
      "    --role arn:aws:iam::123456789012:role/TidewatchJob --application-id 00f1abcd2efgh3ij"
    })
public final class EmrServerlessCommand implements Callable<Integer> {
  @Mixin private JobOptions what = new JobOptions();

  @Option(
      names = "--application-id",
      paramLabel = "ID",
      defaultValue = "",
      description = "Default: the application of the job's name, which is made when there is none.")
  private String application = "";

  @Option(
      names = "--failures-an-hour",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "After how many failed attempts within an hour it is given up. Default ${DEFAULT-VALUE}.")
  private int failures;

  @Mixin private RunOptions run = new RunOptions();

  @Mixin private SendOptions how = new SendOptions();

  @Override
  public Integer call() {
    EtlJob job = what.job();
    String label = run.release(job.line(), "");
    ServerlessRun serverlessRun =
        new ServerlessRun(job, run.role(), label, failures, run.logGroup());
    return how.send(
        List.of(job.jar(), job.metricSet()),
        clients -> {
          try (EmrServerlessClient serverless = clients.open(EmrServerlessClient.builder())) {
            ServerlessSubmission submission = new ServerlessSubmission(serverless, how.talk());
            if (clients.areRecording()) {
              submission.show(serverlessRun, application);
            } else {
              submission.submit(serverlessRun, application);
            }
          }
        });
  }
}
