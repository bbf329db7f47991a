package dev.tidewatch.detector.schedule;

/** Is told how far a run is, so that crashes can be tried at every step. */
@FunctionalInterface
public interface RunObserver {
  RunObserver NONE = step -> {};

  void reached(RunStep step);
}
