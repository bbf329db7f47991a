package dev.tidewatch.setup.plan;

/**
 * Carries a plan out, step by step. What fails ends it; what was done stays, and the next plan goes
 * on from there.
 */
public final class Apply {
  private final StepObserver observer;

  public Apply(StepObserver observer) {
    this.observer = observer;
  }

  /** Takes every step. */
  public void run(Plan plan) {
    for (Change step : plan.steps()) {
      observer.begins(step);
      observer.done(step, taken(step));
    }
  }

  private String taken(Change step) {
    try {
      return take(step);
    } catch (RuntimeException failure) {
      observer.failed(step);
      throw failure;
    }
  }

  private static String take(Change step) {
    Resource resource = step.resource();
    switch (step.action()) {
      case CREATE -> {
        return resource.create();
      }
      case UPDATE -> resource.update(step.differences());
      case REPLACE -> {
        resource.delete();
        return resource.create();
      }
      case DELETE -> resource.delete();
      case KEEP -> throw new IllegalStateException("nothing is done to what is kept");
    }
    return "";
  }
}
