package dev.tidewatch.deploy.glue;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.deploy.request.Conflict;
import java.util.function.Consumer;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.AlreadyExistsException;
import software.amazon.awssdk.services.glue.model.ConcurrentRunsExceededException;
import software.amazon.awssdk.services.glue.model.IdempotentParameterMismatchException;

/** Makes or changes the job, and starts it. */
public final class GlueSubmission {
  private final GlueClient glue;
  private final Consumer<String> talk;

  /**
   * @param talk is told of every step
   */
  public GlueSubmission(GlueClient glue, Consumer<String> talk) {
    this.glue = requireNonNull(glue, "glue");
    this.talk = requireNonNull(talk, "talk");
  }

  /** Every request there may be: the second one when the job is there already. */
  public void show(GlueJob job) {
    glue.createJob(job.create());
    glue.updateJob(job.update());
    glue.startJobRun(job.start());
  }

  /** Makes the job, or changes the one of its name. */
  public void define(GlueJob job) {
    try {
      glue.createJob(job.create());
      talk.accept("made the job " + job.job().name());
    } catch (AlreadyExistsException | IdempotentParameterMismatchException isThere) {
      glue.updateJob(job.update());
      talk.accept("changed the job " + job.job().name());
    }
  }

  /**
   * Starts the job.
   *
   * @return the run's id
   * @throws Conflict when it runs already: two would wait for each other's lease
   */
  public String start(GlueJob job) {
    try {
      String run = glue.startJobRun(job.start()).jobRunId();
      talk.accept("started run " + run);
      return run;
    } catch (ConcurrentRunsExceededException running) {
      throw new Conflict(
          "the job "
              + job.job().name()
              + " runs already and goes on as it was started; to have it run as it is defined now:"
              + " aws glue batch-stop-job-run, then submit again (nothing is lost, nothing written twice)");
    }
  }
}
