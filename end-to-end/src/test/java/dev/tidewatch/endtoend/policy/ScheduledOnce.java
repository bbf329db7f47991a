package dev.tidewatch.endtoend.policy;

import dev.tidewatch.generator.lambda.ScheduledGenerator;
import java.util.Map;

/** The generator's function, as Lambda calls it, once. */
final class ScheduledOnce {
  private ScheduledOnce() {}

  public static void main(String[] arguments) {
    System.out.println(new ScheduledGenerator().handleRequest(Map.of("time", arguments[0]), null));
  }
}
