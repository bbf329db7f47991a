package dev.tidewatch.localaws.sqs;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The attributes of a queue that its owner sets.
 *
 * @param values every attribute that has a value, by AWS's names, defaults included
 */
record QueueSettings(Map<String, String> values) {
  private static final String VISIBILITY_TIMEOUT = "VisibilityTimeout";
  private static final String DELAY = "DelaySeconds";
  private static final String WAIT_TIME = "ReceiveMessageWaitTimeSeconds";
  private static final String RETENTION = "MessageRetentionPeriod";
  private static final String MAXIMUM_SIZE = "MaximumMessageSize";
  static final String REDRIVE_POLICY = "RedrivePolicy";

  private static final Map<String, Range> NUMBERS =
      Map.of(
          VISIBILITY_TIMEOUT, new Range(0, 43_200, 30),
          DELAY, new Range(0, 900, 0),
          WAIT_TIME, new Range(0, 20, 0),
          RETENTION, new Range(60, 1_209_600, 345_600),
          MAXIMUM_SIZE, new Range(1_024, 262_144, 262_144));
  private static final Set<String> TEXTS =
      Set.of(
          "Policy",
          REDRIVE_POLICY,
          "RedriveAllowPolicy",
          "KmsMasterKeyId",
          "KmsDataKeyReusePeriodSeconds",
          "SqsManagedSseEnabled");

  QueueSettings {
    values = Map.copyOf(values);
  }

  static QueueSettings defaults() {
    Map<String, String> values = new TreeMap<>();
    NUMBERS.forEach((name, range) -> values.put(name, Integer.toString(range.normal())));
    return new QueueSettings(values);
  }

  /** These settings with some changed; an empty text takes a setting away. */
  QueueSettings with(Map<String, String> changes) {
    Map<String, String> changed = new TreeMap<>(values);
    changes.forEach(
        (name, value) -> {
          check(name, value);
          if (value.isEmpty()) {
            changed.remove(name);
          } else {
            changed.put(name, value);
          }
        });
    return new QueueSettings(changed);
  }

  Duration visibilityTimeout() {
    return Duration.ofSeconds(number(VISIBILITY_TIMEOUT));
  }

  Duration delay() {
    return Duration.ofSeconds(number(DELAY));
  }

  Duration waitTime() {
    return Duration.ofSeconds(number(WAIT_TIME));
  }

  Duration retention() {
    return Duration.ofSeconds(number(RETENTION));
  }

  int maximumMessageBytes() {
    return number(MAXIMUM_SIZE);
  }

  private int number(String name) {
    return Integer.parseInt(values.getOrDefault(name, "0"));
  }

  private static void check(String name, String value) {
    Range range = NUMBERS.get(name);
    if (range != null) {
      range.check(name, value);
    } else if (name.startsWith("Fifo") || name.equals("ContentBasedDeduplication")) {
      throw SqsError.INVALID_ATTRIBUTE_NAME.because(
          "FIFO queues are not kept on this local SQS; leave out " + name);
    } else if (!TEXTS.contains(name)) {
      throw SqsError.INVALID_ATTRIBUTE_NAME.because("Unknown Attribute " + name + ".");
    }
  }

  private record Range(int least, int most, int normal) {
    void check(String name, String value) {
      boolean fits =
          value.matches("[0-9]{1,9}")
              && Integer.parseInt(value) >= least
              && Integer.parseInt(value) <= most;
      if (!fits) {
        throw SqsError.INVALID_ATTRIBUTE_VALUE.because(
            "Invalid value for the parameter "
                + name
                + ": "
                + value
                + " is not a whole number from "
                + least
                + " to "
                + most
                + ".");
      }
    }
  }
}
