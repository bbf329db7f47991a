package dev.tidewatch.localaws.sqs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Every operation by its name. */
final class Operations {
  private final QueueOperations queues;
  private final MessageOperations messages;

  Operations(Queues queues) {
    this.queues = new QueueOperations(queues);
    this.messages = new MessageOperations(queues);
  }

  ObjectNode call(String action, JsonNode parameters) {
    Parameters request = new Parameters(parameters);
    return switch (action) {
      case "CreateQueue" -> queues.createQueue(request);
      case "GetQueueUrl" -> queues.queueUrl(request);
      case "ListQueues" -> queues.listQueues(request);
      case "DeleteQueue" -> queues.deleteQueue(request);
      case "PurgeQueue" -> queues.purgeQueue(request);
      case "GetQueueAttributes" -> queues.attributes(request);
      case "SetQueueAttributes" -> queues.setAttributes(request);
      case "SendMessage" -> messages.send(request);
      case "SendMessageBatch" -> messages.sendBatch(request);
      case "ReceiveMessage" -> messages.receive(request);
      case "DeleteMessage" -> messages.delete(request);
      case "DeleteMessageBatch" -> messages.deleteBatch(request);
      case "ChangeMessageVisibility" -> messages.changeVisibility(request);
      case "ChangeMessageVisibilityBatch" -> messages.changeVisibilityBatch(request);
      default ->
          throw SqsError.INVALID_ACTION.because(
              "The action " + action + " is not served by this local SQS.");
    };
  }
}
