package dev.tidewatch.evaluation.speed;

/** Runs one trial in a JVM of its own and prints its figures. */
final class TrialMain {
  private TrialMain() {}

  /**
   * @param arguments the kind of trial, its size, how many runs
   */
  public static void main(String[] arguments) {
    TrialKind kind = TrialKind.valueOf(arguments[0]);
    int size = Integer.parseInt(arguments[1]);
    int runs = Integer.parseInt(arguments[2]);
    kind.trial(size, runs).run().lines().forEach(System.out::println);
  }
}
