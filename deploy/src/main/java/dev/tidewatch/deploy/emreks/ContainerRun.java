package dev.tidewatch.deploy.emreks;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.deploy.job.EtlJob;
import dev.tidewatch.deploy.request.ModelCheck;
import java.util.Map;
import software.amazon.awssdk.services.emrcontainers.model.StartJobRunRequest;

/**
 * The job as a run of EMR on EKS.
 *
 * @param virtualCluster its id
 * @param role the ARN of the role it takes on
 * @param release such as emr-7.12.0-latest
 * @param attempts how often the driver is started at most
 * @param logGroup of CloudWatch, where the job's metrics are read from its output
 * @see <a
 *     href="https://docs.aws.amazon.com/emr/latest/EMR-on-EKS-DevelopmentGuide/emr-eks-jobs-CLI.html">Managing
 *     job runs</a>
 */
public record ContainerRun(
    EtlJob job, String virtualCluster, String role, String release, int attempts, String logGroup) {
  public ContainerRun {
    requireNonNull(job, "job");
    requireNonNull(role, "role");
    requireNonNull(release, "release");
    requireNonNull(logGroup, "logGroup");
    if (!virtualCluster.matches("[0-9a-z]{1,64}")) {
      throw new IllegalArgumentException(
          "the id of a virtual cluster has small letters and digits, unlike '"
              + virtualCluster
              + "'");
    }
    if (attempts < 1) {
      throw new IllegalArgumentException(
          "a job is tried once at least, not " + attempts + " times");
    }
  }

  /** Starts the job. */
  public StartJobRunRequest start() {
    return ModelCheck.checked(
        StartJobRunRequest.builder()
            .name(job.name())
            .virtualClusterId(virtualCluster)
            .executionRoleArn(role)
            .releaseLabel(release)
            .jobDriver(
                driver ->
                    driver.sparkSubmitJobDriver(
                        spark ->
                            spark
                                .entryPoint(job.jar().to().uri())
                                .entryPointArguments(job.commandLine())
                                .sparkSubmitParameters(job.sparkSubmitParameters())))
            .retryPolicyConfiguration(policy -> policy.maxAttempts(attempts))
            .configurationOverrides(
                overrides ->
                    overrides.monitoringConfiguration(
                        monitoring ->
                            monitoring.cloudWatchMonitoringConfiguration(
                                logging ->
                                    logging
                                        .logGroupName(logGroup)
                                        .logStreamNamePrefix(job.name()))))
            .tags(Map.of("tidewatch", job.name()))
            .build());
  }
}
