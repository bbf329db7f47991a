package dev.tidewatch.evaluation.determinism;

import java.nio.file.Path;
import java.util.List;

/** Runs in a JVM of its own: prints the fingerprint of every input. */
final class FingerprintMain {
  private FingerprintMain() {}

  /**
   * @param arguments how many values made series have; then, or not, a folder of data
   */
  public static void main(String[] arguments) {
    print(Subjects.made(Integer.parseInt(arguments[0])));
    if (arguments.length > 1) {
      print(Subjects.in(Path.of(arguments[1])));
    }
  }

  private static void print(List<Subject> subjects) {
    for (Subject subject : subjects) {
      System.out.println(Fingerprint.of(subject).line());
    }
  }
}
