package dev.tidewatch.deploy.emr;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.deploy.job.EtlJob;
import dev.tidewatch.deploy.request.ModelCheck;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.emr.model.ActionOnFailure;
import software.amazon.awssdk.services.emr.model.AddJobFlowStepsRequest;
import software.amazon.awssdk.services.emr.model.StepConfig;

/**
 * The job as a step of a cluster of EMR on EC2: {@code spark-submit} in cluster mode, so that the
 * driver is in YARN's care, which starts it again when it fails.
 *
 * @param cluster such as j-2AXXXXXXGAPLF
 * @see <a href="https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-spark-submit-step.html">Add
 *     a Spark step</a>
 */
public record EmrStep(EtlJob job, String cluster) {
  public EmrStep {
    requireNonNull(job, "job");
    if (!cluster.matches("j-[0-9A-Z]{1,20}")) {
      throw new IllegalArgumentException(
          "a cluster of EMR is called j- and letters and digits, not '" + cluster + "'");
    }
  }

  /** Adds the step. */
  public AddJobFlowStepsRequest add() {
    return ModelCheck.checked(
        AddJobFlowStepsRequest.builder().jobFlowId(cluster).steps(step()).build());
  }

  private StepConfig step() {
    return StepConfig.builder()
        .name(job.name())
        .actionOnFailure(ActionOnFailure.CONTINUE)
        .hadoopJarStep(step -> step.jar("command-runner.jar").args(sparkSubmit()))
        .build();
  }

  private List<String> sparkSubmit() {
    List<String> line = new ArrayList<>(List.of("spark-submit", "--deploy-mode", "cluster"));
    line.addAll(List.of("--name", job.name(), "--class", EtlJob.MAIN_CLASS));
    // A job that never ends may fail now and then: only failures within an hour count together.
    line.addAll(List.of("--conf", "spark.yarn.maxAppAttempts=5"));
    line.addAll(List.of("--conf", "spark.yarn.am.attemptFailuresValidityInterval=1h"));
    job.conf().forEach((key, value) -> line.addAll(List.of("--conf", key + "=" + value)));
    line.add(job.jar().to().uri());
    line.addAll(job.commandLine());
    return line;
  }
}
