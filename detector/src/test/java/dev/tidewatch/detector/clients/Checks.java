package dev.tidewatch.detector.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Collects the lines of a {@link ClientResult}. */
final class Checks {
  private final List<String> lines = new ArrayList<>();

  List<String> lines() {
    return lines;
  }

  void version(String version) {
    lines.add("version " + version);
  }

  /** Notes that a step went well, or why it did not; then the scenario ends. */
  <T> T step(String kind, String name, Callable<T> step) {
    try {
      T result = step.call();
      lines.add("ok " + kind + " " + name);
      return result;
    } catch (Exception | AssertionError failure) {
      lines.add("failed " + kind + " " + name + ": " + String.valueOf(failure).replace('\n', ' '));
      throw new ScenarioEnded();
    }
  }

  <T> T operation(String name, Callable<T> step) {
    return step("operation", name, step);
  }

  void check(String kind, String name, Runnable check) {
    step(
        kind,
        name,
        () -> {
          check.run();
          return true;
        });
  }

  /** After a step that failed, those that follow make no sense. */
  static final class ScenarioEnded extends RuntimeException {
    ScenarioEnded() {
      super("a step failed; its line says why");
    }
  }
}
