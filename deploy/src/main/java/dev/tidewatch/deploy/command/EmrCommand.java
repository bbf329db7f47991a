package dev.tidewatch.deploy.command;

import dev.tidewatch.deploy.emr.EmrStep;
import dev.tidewatch.deploy.emr.EmrSubmission;
import dev.tidewatch.deploy.job.EtlJob;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.emr.EmrClient;

/** Adds the job to a cluster of EMR on EC2, as a step. */
@Command(
    name = "emr",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Adds the job to a running cluster of EMR on EC2 as a step, in YARN's cluster mode.",
      "emr-7.12 and emr-7.13 run Spark 3.5.6. The cluster's instance profile must allow what the job's role does.",
      ""
    },
    footerHeading = "%nExamples%n",
    footer = {
      "  deploy/emr/submit.sh -f shop.yaml --assets s3://my-bucket/tidewatch --cluster-id j-2AXXXXXXGAPLF --dry-run",
      "  deploy/emr/submit.sh -f shop.yaml --assets s3://my-bucket/tidewatch --cluster-id j-2AXXXXXXGAPLF \\",
      "    --conf spark.executor.instances=4 -- --trigger PT1M"
    })
public final class EmrCommand implements Callable<Integer> {
  @Mixin private JobOptions what = new JobOptions();

  @Option(
      names = "--cluster-id",
      required = true,
      paramLabel = "ID",
      description = "The cluster, such as j-2AXXXXXXGAPLF.")
  private String cluster = "";

  @Mixin private SendOptions how = new SendOptions();

  @Override
  public Integer call() {
    EtlJob job = what.job();
    EmrStep step = new EmrStep(job, cluster);
    return how.send(
        List.of(job.jar(), job.metricSet()),
        clients -> {
          try (EmrClient emr = clients.open(EmrClient.builder())) {
            EmrSubmission submission = new EmrSubmission(emr, how.talk());
            if (clients.areRecording()) {
              submission.show(step);
            } else {
              submission.submit(step);
            }
          }
        });
  }
}
