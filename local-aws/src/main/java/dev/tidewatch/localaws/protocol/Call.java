package dev.tidewatch.localaws.protocol;

import static java.util.Objects.requireNonNull;

import java.util.stream.Stream;

/**
 * One request that a service received, by the names that IAM's policies have.
 *
 * @param service such as {@code cloudwatch}
 * @param action such as {@code PutMetricAlarm}
 * @param resource what it is about: a bucket with its key, a stream's name, a topic's ARN; empty
 *     where the service does not note it
 */
public record Call(String service, String action, String resource) {
  public Call {
    requireNonNull(service, "service");
    requireNonNull(action, "action");
    requireNonNull(resource, "resource");
  }

  public Call(String service, String action) {
    this(service, action, "");
  }

  /** What a policy has to allow, such as {@code cloudwatch:PutMetricAlarm}. */
  public String permission() {
    return service + ":" + action;
  }

  /** Whether something may be another after it. */
  public boolean isWrite() {
    return Stream.of("Get", "List", "Describe", "Head", "Receive", "Test")
        .noneMatch(action::startsWith);
  }
}
