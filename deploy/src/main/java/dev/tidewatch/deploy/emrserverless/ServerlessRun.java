package dev.tidewatch.deploy.emrserverless;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.deploy.job.EtlJob;
import dev.tidewatch.deploy.request.ModelCheck;
import java.util.Map;
import software.amazon.awssdk.services.emrserverless.model.CreateApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.JobRunMode;
import software.amazon.awssdk.services.emrserverless.model.StartJobRunRequest;

/**
 * The job as a run of EMR Serverless in mode STREAMING: it has no time limit, and is started again
 * after failures, on another availability zone if need be.
 *
 * @param role the ARN of the role it takes on
 * @param release such as emr-7.12.0
 * @param failuresAnHour after how many failed attempts within an hour it is given up
 * @param logGroup of CloudWatch, where the job's metrics are read from its output
 * @see <a
 *     href="https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/jobs-streaming.html">Streaming
 *     jobs</a>
 */
public record ServerlessRun(
    EtlJob job, String role, String release, int failuresAnHour, String logGroup) {
  private static final long NO_LIMIT = 0;

  public ServerlessRun {
    requireNonNull(job, "job");
    requireNonNull(role, "role");
    requireNonNull(release, "release");
    requireNonNull(logGroup, "logGroup");
    if (failuresAnHour < 1) {
      throw new IllegalArgumentException(
          "a job is tried once an hour at least, not " + failuresAnHour + " times");
    }
  }

  /** Makes an application that costs nothing while no job runs. */
  public CreateApplicationRequest createApplication() {
    return ModelCheck.checked(
        CreateApplicationRequest.builder()
            .name(job.name())
            .releaseLabel(release)
            .type("SPARK")
            .clientToken(job.name())
            .autoStartConfiguration(start -> start.enabled(true))
            .autoStopConfiguration(stop -> stop.enabled(true).idleTimeoutMinutes(15))
            .tags(tags())
            .build());
  }

  /**
   * Starts the job.
   *
   * @param application its id
   */
  public StartJobRunRequest start(String application) {
    return ModelCheck.checked(
        StartJobRunRequest.builder()
            .applicationId(application)
            .name(job.name())
            .executionRoleArn(role)
            .mode(JobRunMode.STREAMING)
            .retryPolicy(policy -> policy.maxFailedAttemptsPerHour(failuresAnHour))
            .executionTimeoutMinutes(NO_LIMIT)
            .jobDriver(
                driver ->
                    driver.sparkSubmit(
                        spark ->
                            spark
                                .entryPoint(job.jar().to().uri())
                                .entryPointArguments(job.commandLine())
                                .sparkSubmitParameters(job.sparkSubmitParameters())))
            .configurationOverrides(
                overrides ->
                    overrides.monitoringConfiguration(
                        monitoring ->
                            monitoring.cloudWatchLoggingConfiguration(
                                logging ->
                                    logging
                                        .enabled(true)
                                        .logGroupName(logGroup)
                                        .logStreamNamePrefix(job.name()))))
            .tags(tags())
            .build());
  }

  private Map<String, String> tags() {
    return Map.of("tidewatch", job.name());
  }
}
