package dev.tidewatch.deploy.command;

import dev.tidewatch.deploy.emreks.ContainerRun;
import dev.tidewatch.deploy.emreks.ContainerSubmission;
import dev.tidewatch.deploy.job.EtlJob;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.emrcontainers.EmrContainersClient;

/** Starts the job on EMR on EKS. */
@Command(
    name = "emr-eks",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {"Starts the job in a virtual cluster of EMR on EKS.", ""},
    footerHeading = "%nExamples%n",
    footer = {
      "  deploy/emr-eks/submit.sh -f shop.yaml --assets s3://my-bucket/tidewatch \\",
      "    --virtual-cluster-id 4hj2k1l0p9 --role arn:aws:iam::123456789012:role/TidewatchJob --dry-run"
    })
public final class EmrEksCommand implements Callable<Integer> {
  @Mixin private JobOptions what = new JobOptions();

  @Option(
      names = "--virtual-cluster-id",
      required = true,
      paramLabel = "ID",
      description = "The virtual cluster.")
  private String virtualCluster = "";

  @Option(
      names = "--attempts",
      paramLabel = "N",
      defaultValue = "100",
      description = "How often the driver is started at most. Default ${DEFAULT-VALUE}.")
  private int attempts;

  @Mixin private RunOptions run = new RunOptions();

  @Mixin private SendOptions how = new SendOptions();

  @Override
  public Integer call() {
    EtlJob job = what.job();
    String label = run.release(job.line(), "-latest");
    ContainerRun containerRun =
        new ContainerRun(job, virtualCluster, run.role(), label, attempts, run.logGroup());
    return how.send(
        List.of(job.jar(), job.metricSet()),
        clients -> {
          try (EmrContainersClient containers = clients.open(EmrContainersClient.builder())) {
            ContainerSubmission submission = new ContainerSubmission(containers, how.talk());
            if (clients.areRecording()) {
              submission.show(containerRun);
            } else {
              submission.submit(containerRun);
            }
          }
        });
  }
}
