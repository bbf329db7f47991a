package dev.tidewatch.setup.blueprint;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An SNS topic that is made for the alerts.
 *
 * @param name a topic's name, not its ARN
 * @param displayName the sender that mails and short messages name
 * @param kmsKey what encrypts its messages at rest: an id, alias or ARN of a key
 * @param subscriptions who hears of what is sent to it
 */
public record Topic(
    String name,
    Optional<String> displayName,
    Optional<String> kmsKey,
    List<Subscription> subscriptions) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");

  public Topic {
    requireNonNull(displayName, "displayName");
    requireNonNull(kmsKey, "kmsKey");
    subscriptions = List.copyOf(subscriptions);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + name + "' is no topic name: use 1 to 256 letters, digits, _ and -");
    }
  }
}
