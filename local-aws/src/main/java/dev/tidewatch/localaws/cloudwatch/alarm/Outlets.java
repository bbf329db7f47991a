package dev.tidewatch.localaws.cloudwatch.alarm;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * Where it is told that an alarm changed its state.
 *
 * @param actions the resources named as actions
 * @param events the default event bus
 */
public record Outlets(Action actions, Consumer<ObjectNode> events) {
  public Outlets {
    requireNonNull(actions, "actions");
    requireNonNull(events, "events");
  }

  /** Takes a message for a resource. */
  public interface Action {
    /** Whether there is such a resource, and it took the message. */
    boolean take(String arn, String subject, String message);
  }

  /** Nobody listens. */
  public static Outlets none() {
    return new Outlets((arn, subject, message) -> false, event -> {});
  }
}
