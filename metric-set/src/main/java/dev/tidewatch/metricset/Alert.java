package dev.tidewatch.metricset;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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

  private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9_-]{1,256}");

  public Alert {
    requireNonNull(topic, "topic");
    subscribers = List.copyOf(subscribers);
    if (!TOPIC.matcher(topic).matches()) {
      throw new IllegalArgumentException(
          "'" + topic + "' is no topic name: use 1 to 256 letters, digits, _ and -");
    }
    if (threshold < 0 || threshold > 100) {
      throw new IllegalArgumentException("a threshold is 0 to 100, not " + threshold);
    }
  }

  /**
   * An SNS subscription: {@code email}, {@code sqs}, {@code https}, {@code http}, {@code sms} or
   * {@code lambda}.
   */
  public record Subscriber(String protocol, String endpoint) {
    /** The protocols of subscriptions. */
    public static final List<String> PROTOCOLS =
        List.of("email", "sqs", "https", "http", "sms", "lambda");

    private static final Map<String, Pattern> ENDPOINTS =
        Map.of(
            "email", Pattern.compile("[^@\\s]+@[^@\\s]+"),
            "sqs", Pattern.compile("arn:.+:sqs:.+"),
            "https", Pattern.compile("https://.+"),
            "http", Pattern.compile("http://.+"),
            "sms", Pattern.compile("\\+[0-9]{6,15}"),
            "lambda", Pattern.compile("arn:.+:lambda:.+"));

    public Subscriber {
      requireNonNull(protocol, "protocol");
      requireNonNull(endpoint, "endpoint");
      Pattern expected =
          Optional.ofNullable(ENDPOINTS.get(protocol))
              .orElseThrow(
                  () ->
                      new IllegalArgumentException("'" + protocol + "' is no protocol of topics"));
      if (!expected.matcher(endpoint).matches()) {
        throw new IllegalArgumentException(
            "'" + endpoint + "' is no endpoint of protocol " + protocol);
      }
    }
  }
}
