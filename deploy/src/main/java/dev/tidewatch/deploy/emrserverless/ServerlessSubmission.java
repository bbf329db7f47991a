package dev.tidewatch.deploy.emrserverless;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.deploy.request.Conflict;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.ApplicationSummary;
import software.amazon.awssdk.services.emrserverless.model.JobRunState;

/** Starts the job in its application, which it makes when there is none. */
public final class ServerlessSubmission {
  private static final List<JobRunState> ALIVE =
      List.of(
          JobRunState.SUBMITTED,
          JobRunState.PENDING,
          JobRunState.SCHEDULED,
          JobRunState.QUEUED,
          JobRunState.RUNNING);
  private static final String ANY = "00application0id";

  private final EmrServerlessClient serverless;
  private final Consumer<String> talk;

  /**
   * @param talk is told of every step
   */
  public ServerlessSubmission(EmrServerlessClient serverless, Consumer<String> talk) {
    this.serverless = requireNonNull(serverless, "serverless");
    this.talk = requireNonNull(talk, "talk");
  }

  /**
   * Every request there may be: the first one when there is no application yet.
   *
   * @param application its id; empty when none is given
   */
  public void show(ServerlessRun run, String application) {
    if (application.isEmpty()) {
      serverless.createApplication(run.createApplication());
    }
    serverless.startJobRun(run.start(application.isEmpty() ? ANY : application));
  }

  /**
   * Starts the job.
   *
   * @param application its id; empty for the one of the job's name
   * @return the run's id
   * @throws Conflict when it runs already
   */
  public String submit(ServerlessRun run, String application) {
    String id = application.isEmpty() ? application(run) : application;
    serverless
        .listJobRunsPaginator(request -> request.applicationId(id).states(ALIVE))
        .jobRuns()
        .stream()
        .filter(each -> run.job().name().equals(each.name()))
        .findFirst()
        .ifPresent(
            each -> {
              throw Conflict.running(
                  "the job " + run.job().name(),
                  each.stateAsString(),
                  "aws emr-serverless cancel-job-run --application-id %s --job-run-id %s"
                      .formatted(id, each.id()));
            });
    String jobRun = serverless.startJobRun(run.start(id)).jobRunId();
    talk.accept("started run " + jobRun + " in application " + id);
    return jobRun;
  }

  private String application(ServerlessRun run) {
    return serverless.listApplicationsPaginator(request -> {}).applications().stream()
        .filter(each -> run.job().name().equals(each.name()))
        .filter(each -> !each.stateAsString().equals("TERMINATED"))
        .map(ApplicationSummary::id)
        .findFirst()
        .orElseGet(() -> made(run));
  }

  private String made(ServerlessRun run) {
    String id = serverless.createApplication(run.createApplication()).applicationId();
    talk.accept("made application " + id);
    return id;
  }
}
