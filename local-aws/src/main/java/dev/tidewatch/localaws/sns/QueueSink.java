package dev.tidewatch.localaws.sns;

import java.util.Map;

/** Where messages to queues go. */
@FunctionalInterface
public interface QueueSink {
  /**
   * @param attributes those that travel outside of the body, with raw delivery
   * @return whether there is a queue of this ARN
   */
  boolean send(String queueArn, String body, Map<String, MessageAttribute> attributes);

  /** There are no queues. */
  static QueueSink none() {
    return (queueArn, body, attributes) -> false;
  }
}
