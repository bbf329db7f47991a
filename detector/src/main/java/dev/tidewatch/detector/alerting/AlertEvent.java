package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.alerting.message.AlertContent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event and what became of it.
 *
 * @param id given in the order of decision
 * @param attempts how often it was sent or tried to
 * @param due when it is tried next
 * @param sent when it was taken; none: it was not
 * @param receipt what SNS or Lambda answered
 * @param error of the last attempt that failed
 */
public record AlertEvent(
    long id,
    long alert,
    AlertContent content,
    EventState state,
    int attempts,
    Instant created,
    Instant due,
    @Nullable Instant sent,
    @Nullable String receipt,
    @Nullable String error) {
  public AlertEvent {
    requireNonNull(content, "content");
    requireNonNull(state, "state");
    requireNonNull(created, "created");
    requireNonNull(due, "due");
  }

  /** Whether somebody wanted it sent again. */
  public boolean isRepeat() {
    return EventIds.isRepeat(content.eventId());
  }

  /** Why it was told, in a word or two: {@code opened}, {@code opened, repeated}. */
  public String reason() {
    return content.kind().state() + (isRepeat() ? ", repeated" : "");
  }
}
