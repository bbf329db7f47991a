package dev.tidewatch.deploy.emr;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.deploy.request.Conflict;
import java.util.function.Consumer;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.StepState;

/** Adds the step to its cluster. */
public final class EmrSubmission {
  private final EmrClient emr;
  private final Consumer<String> talk;

  /**
   * @param talk is told of every step
   */
  public EmrSubmission(EmrClient emr, Consumer<String> talk) {
    this.emr = requireNonNull(emr, "emr");
    this.talk = requireNonNull(talk, "talk");
  }

  /** The request. */
  public void show(EmrStep step) {
    emr.addJobFlowSteps(step.add());
  }

  /**
   * Adds the step.
   *
   * @return its id
   * @throws Conflict when one of its name waits or runs
   */
  public String submit(EmrStep step) {
    emr
        .listStepsPaginator(
            request ->
                request.clusterId(step.cluster()).stepStates(StepState.PENDING, StepState.RUNNING))
        .steps()
        .stream()
        .filter(each -> each.name().equals(step.job().name()))
        .findFirst()
        .ifPresent(
            each -> {
              throw Conflict.running(
                  "the step " + step.job().name(),
                  each.status().stateAsString(),
                  "aws emr cancel-steps --cluster-id %s --step-ids %s --step-cancellation-option SEND_INTERRUPT"
                      .formatted(step.cluster(), each.id()));
            });
    String id = emr.addJobFlowSteps(step.add()).stepIds().get(0);
    talk.accept("added step " + id + " to " + step.cluster());
    return id;
  }
}
