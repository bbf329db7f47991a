package dev.tidewatch.localaws.sqs;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The operations that make, find, change and empty queues. */
final class QueueOperations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Queues queues;

  QueueOperations(Queues queues) {
    this.queues = requireNonNull(queues, "queues");
  }

  ObjectNode createQueue(Parameters request) {
    String name = request.required("QueueName");
    Map<String, String> attributes = request.map("Attributes");
    checkRedrive(attributes);
    queues.create(name, attributes);
    return JSON.objectNode().put("QueueUrl", queues.url(name));
  }

  ObjectNode queueUrl(Parameters request) {
    String name = request.required("QueueName");
    queues.byUrl(queues.url(name));
    return JSON.objectNode().put("QueueUrl", queues.url(name));
  }

  ObjectNode listQueues(Parameters request) {
    ObjectNode result = JSON.objectNode();
    List<String> names = queues.names(request.text("QueueNamePrefix").orElse(""));
    if (!names.isEmpty()) {
      ArrayNode urls = result.putArray("QueueUrls");
      names.stream().limit(1_000).forEach(name -> urls.add(queues.url(name)));
    }
    return result;
  }

  ObjectNode deleteQueue(Parameters request) {
    queues.delete(request.required("QueueUrl"));
    return JSON.objectNode();
  }

  ObjectNode purgeQueue(Parameters request) {
    queues.byUrl(request.required("QueueUrl")).purge();
    return JSON.objectNode();
  }

  ObjectNode setAttributes(Parameters request) {
    Map<String, String> attributes = request.map("Attributes");
    checkRedrive(attributes);
    queues.byUrl(request.required("QueueUrl")).change(attributes);
    return JSON.objectNode();
  }

  ObjectNode attributes(Parameters request) {
    String url = request.required("QueueUrl");
    Map<String, String> all = allAttributes(url, queues.byUrl(url));
    List<String> asked = request.list("AttributeNames");
    ObjectNode result = JSON.objectNode();
    ObjectNode attributes = result.putObject("Attributes");
    all.forEach(
        (name, value) -> {
          if (asked.contains("All") || asked.contains(name)) {
            attributes.put(name, value);
          }
        });
    return result;
  }

  private Map<String, String> allAttributes(String url, Queue queue) {
    Queue.Counts counts = queue.counts();
    Map<String, String> all = new LinkedHashMap<>(queue.settings().values());
    all.put("QueueArn", queues.arn(url));
    all.put("ApproximateNumberOfMessages", Integer.toString(counts.visible()));
    all.put("ApproximateNumberOfMessagesNotVisible", Integer.toString(counts.inFlight()));
    all.put("ApproximateNumberOfMessagesDelayed", Integer.toString(counts.delayed()));
    all.put("CreatedTimestamp", Long.toString(counts.createdAt().getEpochSecond()));
    all.put("LastModifiedTimestamp", Long.toString(counts.changedAt().getEpochSecond()));
    return all;
  }

  private static void checkRedrive(Map<String, String> attributes) {
    String policy = attributes.getOrDefault(QueueSettings.REDRIVE_POLICY, "");
    if (!policy.isEmpty()) {
      Redrive.parse(policy);
    }
  }
}
