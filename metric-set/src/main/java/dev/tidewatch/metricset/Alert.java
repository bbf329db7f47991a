package dev.tidewatch.metricset;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Who is told of anomalies.
 *
 * @param threshold the lowest severity that alerts, 0 to 100
 * @param topic the name of the SNS topic
 * @param subscribers who hears of what is sent to the topic
 */
public record Alert(int threshold, String topic, List<Subscriber> subscribers) {
  /** The threshold the original console proposed (contract section 6.1). */
  public static final int DEFAULT_THRESHOLD = 70;

  public Alert {
    requireNonNull(topic, "topic");
    subscribers = List.copyOf(subscribers);
    if (threshold < 0 || threshold > 100) {
      throw new IllegalArgumentException("a threshold is 0 to 100, not " + threshold);
    }
  }

  /**
   * An SNS subscription: {@code email}, {@code sqs}, {@code https}, {@code http}, {@code sms} or
   * {@code lambda}.
   */
  public record Subscriber(String protocol, String endpoint) {
    public Subscriber {
      requireNonNull(protocol, "protocol");
      requireNonNull(endpoint, "endpoint");
    }
  }
}
