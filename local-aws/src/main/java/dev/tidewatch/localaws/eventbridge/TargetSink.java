package dev.tidewatch.localaws.eventbridge;

/** Where events go. */
public interface TargetSink {
  /** Whether there is such a target, and it took the message. */
  boolean take(String arn, String message);
}
