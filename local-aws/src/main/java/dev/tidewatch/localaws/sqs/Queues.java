package dev.tidewatch.localaws.sqs;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** The queues of one account and region, by name. */
final class Queues {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");

  private final ConcurrentSkipListMap<String, Queue> queues = new ConcurrentSkipListMap<>();
  private final String arnPrefix;
  private final String urlPrefix;
  private final InstantSource clock;

  Queues(URI endpoint, String region, String account, InstantSource clock) {
    this.arnPrefix = "arn:aws:sqs:" + region + ":" + account + ":";
    this.urlPrefix = endpoint + "/" + account + "/";
    this.clock = requireNonNull(clock, "clock");
  }

  /** Makes the queue; the same again when it is there with these settings. */
  void create(String name, Map<String, String> attributes) {
    if (!NAME.matcher(name).matches()) {
      throw SqsError.INVALID_PARAMETER_VALUE.because(
          "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length: '"
              + name
              + "'");
    }
    QueueSettings settings = QueueSettings.defaults().with(attributes);
    Queue queue = queues.computeIfAbsent(name, absent -> new Queue(settings, clock));
    Map<String, String> there = queue.settings().values();
    if (attributes.entrySet().stream().anyMatch(e -> !e.getValue().equals(there.get(e.getKey())))) {
      throw SqsError.QUEUE_NAME_EXISTS.because(
          "A queue already exists with the same name and a different value for an attribute: "
              + name);
    }
  }

  void delete(String url) {
    byUrl(url);
    queues.remove(nameIn(url));
  }

  Queue byUrl(String url) {
    return find(nameIn(url))
        .orElseThrow(
            () ->
                SqsError.QUEUE_DOES_NOT_EXIST.because(
                    "The specified queue does not exist: " + url));
  }

  Optional<Queue> find(String name) {
    return Optional.ofNullable(queues.get(name));
  }

  Optional<Queue> byArn(String arn) {
    return arn.startsWith(arnPrefix) ? find(arn.substring(arnPrefix.length())) : Optional.empty();
  }

  /** The names that begin so, in order. */
  List<String> names(String prefix) {
    return queues.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
  }

  String url(String name) {
    return urlPrefix + name;
  }

  String arn(String url) {
    return arnPrefix + nameIn(url);
  }

  // A queue is known by the end of its address, whatever host name the client uses.
  private static String nameIn(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }
}
