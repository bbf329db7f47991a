package dev.tidewatch.setup.plan;

/** Hears how a plan is carried out. */
public interface StepObserver {
  /** A step begins. */
  void begins(Change step);

  /**
   * A step is done.
   *
   * @param result what was made is called, or nothing
   */
  void done(Change step, String result);

  /** A step failed, and with it the plan. */
  default void failed(Change step) {}
}
