package dev.tidewatch.deploy.emreks;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.deploy.request.Conflict;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.emrcontainers.EmrContainersClient;
import software.amazon.awssdk.services.emrcontainers.model.JobRunState;

/** Starts the job in its virtual cluster. */
public final class ContainerSubmission {
  private static final List<JobRunState> ALIVE =
      List.of(JobRunState.PENDING, JobRunState.SUBMITTED, JobRunState.RUNNING);

  private final EmrContainersClient containers;
  private final Consumer<String> talk;

  /**
   * @param talk is told of every step
   */
  public ContainerSubmission(EmrContainersClient containers, Consumer<String> talk) {
    this.containers = requireNonNull(containers, "containers");
    this.talk = requireNonNull(talk, "talk");
  }

  /** The request. */
  public void show(ContainerRun run) {
    containers.startJobRun(run.start());
  }

  /**
   * Starts the job.
   *
   * @return the run's id
   * @throws Conflict when it runs already
   */
  public String submit(ContainerRun run) {
    containers
        .listJobRunsPaginator(
            request -> request.virtualClusterId(run.virtualCluster()).states(ALIVE))
        .jobRuns()
        .stream()
        .filter(each -> run.job().name().equals(each.name()))
        .findFirst()
        .ifPresent(
            each -> {
              throw Conflict.running(
                  "the job " + run.job().name(),
                  each.stateAsString(),
                  "aws emr-containers cancel-job-run --virtual-cluster-id %s --id %s"
                      .formatted(run.virtualCluster(), each.id()));
            });
    String id = containers.startJobRun(run.start()).id();
    talk.accept("started run " + id);
    return id;
  }
}
