package dev.tidewatch.localaws.sns;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.protocol.AwsException;
import dev.tidewatch.localaws.protocol.Form;
import dev.tidewatch.localaws.protocol.Xml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The operations that publish. Each returns the content of its result element. */
final class PublishOperations {
  private static final int MAX_ENTRIES = 10;

  private final Topics topics;
  private final Envelopes envelopes;
  private final Courier courier;

  PublishOperations(Topics topics, Envelopes envelopes, Courier courier) {
    this.topics = requireNonNull(topics, "topics");
    this.envelopes = requireNonNull(envelopes, "envelopes");
    this.courier = requireNonNull(courier, "courier");
  }

  Consumer<Xml> publish(Form form) {
    String arn =
        form.text("TopicArn")
            .or(() -> form.text("TargetArn"))
            .orElseThrow(() -> SnsErrors.invalid("TopicArn or TargetArn Reason: no value"));
    String messageId = publish(topics.topic(arn), Publication.parse(form));
    return xml -> xml.element("MessageId", messageId);
  }

  Consumer<Xml> publishBatch(Form form) {
    Topic topic =
        topics.topic(form.text("TopicArn").orElseThrow(() -> SnsErrors.missing("TopicArn")));
    List<Form> entries = form.entries("PublishBatchRequestEntries.member");
    checkBatch(entries);
    Map<String, String> messageIds = new LinkedHashMap<>();
    Map<String, AwsException> refused = new LinkedHashMap<>();
    for (Form entry : entries) {
      String id = entry.text("Id", "");
      try {
        messageIds.put(id, publish(topic, Publication.parse(entry)));
      } catch (AwsException problem) {
        refused.put(id, problem);
      }
    }
    return xml -> writeBatch(xml, messageIds, refused);
  }

  /** Whether there was such a topic. */
  boolean publish(String topicArn, String subject, String message) {
    Optional<Topic> topic = topics.find(topicArn);
    topic.ifPresent(to -> publish(to, Publication.of(subject, message)));
    return topic.isPresent();
  }

  private String publish(Topic topic, Publication publication) {
    String messageId = UUID.randomUUID().toString();
    topics.subscriptions(topic.arn()).stream()
        .filter(subscription -> subscription.confirmed() && subscription.wants(publication))
        .map(subscription -> envelopes.notification(topic, subscription, messageId, publication))
        .forEach(courier::send);
    return messageId;
  }

  private static void checkBatch(List<Form> entries) {
    if (entries.isEmpty()) {
      throw batchError("EmptyBatchRequest", "The batch request doesn't contain any entries.");
    }
    if (entries.size() > MAX_ENTRIES) {
      throw batchError(
          "TooManyEntriesInBatchRequest",
          "The batch request contains " + entries.size() + " entries, the most is 10.");
    }
    List<String> ids = entries.stream().map(entry -> entry.text("Id", "")).toList();
    if (ids.stream().distinct().count() < ids.size()) {
      throw batchError(
          "BatchEntryIdsNotDistinct", "Two or more batch entries have the same Id: " + ids);
    }
    int bytes = entries.stream().mapToInt(entry -> entry.text("Message", "").length()).sum();
    if (bytes > Publication.MAX_BYTES) {
      throw batchError(
          "BatchRequestTooLong",
          "The length of all the batch messages put together is more than the limit: " + bytes);
    }
  }

  private static AwsException batchError(String code, String message) {
    return new AwsException(400, code, message);
  }

  private static void writeBatch(
      Xml xml, Map<String, String> messageIds, Map<String, AwsException> refused) {
    xml.element(
        "Successful",
        list ->
            messageIds.forEach(
                (id, messageId) ->
                    list.element(
                        "member",
                        entry -> entry.element("Id", id).element("MessageId", messageId))));
    xml.element(
        "Failed",
        list ->
            refused.forEach(
                (id, problem) ->
                    list.element(
                        "member",
                        entry ->
                            entry
                                .element("Id", id)
                                .element("Code", problem.code())
                                .element("Message", problem.text())
                                .element("SenderFault", "true"))));
  }
}
