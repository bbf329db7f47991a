package dev.tidewatch.detector.console.web;

/** Answers a visit that is allowed. */
@FunctionalInterface
public interface Page {
  /**
   * @throws Missing when what it is about is not there
   */
  void answer(Visit visit);
}
