package dev.tidewatch.evaluation.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue that hears a topic. */
final class AlertQueue {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SqsClient sqs;
  private final String queue;

  private AlertQueue(SqsClient sqs, String queue) {
    this.sqs = sqs;
    this.queue = queue;
  }

  /** What a message says. */
  record Received(String subject, JsonNode alert) {
    String group() {
      return alert.path("anomalyGroupId").asText();
    }

    String state() {
      return alert.path("tidewatch").path("state").asText();
    }
  }

  /** Makes both where they are missing. */
  static AlertQueue create(SnsClient sns, SqsClient sqs, String name) {
    String topic = sns.createTopic(request -> request.name(name)).topicArn();
    String queue = sqs.createQueue(request -> request.queueName(name + "-alerts")).queueUrl();
    String queueArn =
        sqs.getQueueAttributes(
                request -> request.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN))
            .attributes()
            .get(QueueAttributeName.QUEUE_ARN);
    sns.subscribe(request -> request.topicArn(topic).protocol("sqs").endpoint(queueArn));
    return new AlertQueue(sqs, queue);
  }

  /** What has come, after a second at most; each message once. */
  List<Received> receive() {
    List<Received> received = new ArrayList<>();
    for (Message message :
        sqs.receiveMessage(
                request -> request.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(1))
            .messages()) {
      received.add(read(message.body()));
      sqs.deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
    }
    return received;
  }

  private static Received read(String body) {
    try {
      JsonNode envelope = JSON.readTree(body);
      return new Received(
          envelope.path("Subject").asText(), JSON.readTree(envelope.path("Message").asText()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message is no JSON: " + body, e);
    }
  }
}
