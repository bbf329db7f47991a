package dev.tidewatch.localaws.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.protocol.AwsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The operations that send, receive and delete messages. */
final class MessageOperations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MAX_BATCH_BYTES = 262_144;
  private static final int MAX_VISIBILITY_SECONDS = 43_200;

  private final Queues queues;

  MessageOperations(Queues queues) {
    this.queues = requireNonNull(queues, "queues");
  }

  ObjectNode send(Parameters request) {
    return send(queue(request), request);
  }

  ObjectNode sendBatch(Parameters request) {
    Queue queue = queue(request);
    int bytes = request.batch().stream().mapToInt(MessageOperations::bodyBytes).sum();
    if (bytes > MAX_BATCH_BYTES) {
      throw SqsError.BATCH_REQUEST_TOO_LONG.because(
          "Batch requests cannot be longer than 262144 bytes. You have sent " + bytes + " bytes.");
    }
    return eachOf(request, entry -> send(queue, entry));
  }

  ObjectNode receive(Parameters request) {
    Queue queue = queue(request);
    QueueSettings settings = queue.settings();
    int most = request.number("MaxNumberOfMessages", 1, 10, 1);
    Duration visibility =
        request.seconds("VisibilityTimeout", MAX_VISIBILITY_SECONDS, settings.visibilityTimeout());
    Duration wait = request.seconds("WaitTimeSeconds", 20, settings.waitTime());
    ObjectNode result = JSON.objectNode();
    List<ReceivedMessage> received = receive(queue, most, visibility, wait);
    if (!received.isEmpty()) {
      ArrayNode messages = result.putArray("Messages");
      received.forEach(message -> messages.add(ReceivedMessageJson.of(message, request)));
    }
    return result;
  }

  ObjectNode delete(Parameters request) {
    return delete(queue(request), request);
  }

  ObjectNode deleteBatch(Parameters request) {
    Queue queue = queue(request);
    return eachOf(request, entry -> delete(queue, entry));
  }

  ObjectNode changeVisibility(Parameters request) {
    return changeVisibility(queue(request), request);
  }

  ObjectNode changeVisibilityBatch(Parameters request) {
    Queue queue = queue(request);
    return eachOf(request, entry -> changeVisibility(queue, entry));
  }

  private Queue queue(Parameters request) {
    return queues.byUrl(request.required("QueueUrl"));
  }

  private static ObjectNode send(Queue queue, Parameters entry) {
    Message message = message(entry);
    int most = queue.settings().maximumMessageBytes();
    if (message.bytes() > most) {
      throw SqsError.INVALID_PARAMETER_VALUE.because(
          "One or more parameters are invalid. Reason: Message must be shorter than "
              + most
              + " bytes.");
    }
    queue.send(message, entry.seconds("DelaySeconds", 900, queue.settings().delay()));
    ObjectNode result = JSON.objectNode();
    result.put("MessageId", message.id());
    result.put("MD5OfMessageBody", message.bodyDigest());
    if (!message.attributes().isEmpty()) {
      result.put("MD5OfMessageAttributes", MessageAttribute.digest(message.attributes()));
    }
    return result;
  }

  private static Message message(Parameters entry) {
    String body = entry.required("MessageBody");
    if (body.isEmpty()) {
      throw SqsError.MISSING_PARAMETER.because(
          "The request must contain the parameter MessageBody.");
    }
    if (body.codePoints().anyMatch(MessageOperations::isForbidden)) {
      throw SqsError.INVALID_MESSAGE_CONTENTS.because(
          "Invalid characters found: a message is text without control characters.");
    }
    return new Message(UUID.randomUUID().toString(), body, entry.messageAttributes());
  }

  // Before the entries are checked one by one; attributes count with the single message only.
  private static int bodyBytes(Parameters entry) {
    return entry.text("MessageBody").orElse("").getBytes(UTF_8).length;
  }

  private static boolean isForbidden(int character) {
    boolean control =
        character < 0x20 && character != '\t' && character != '\n' && character != '\r';
    return control || character == 0xFFFE || character == 0xFFFF;
  }

  private List<ReceivedMessage> receive(Queue queue, int most, Duration visibility, Duration wait) {
    Optional<Redrive> redrive =
        Redrive.of(queue.settings())
            .filter(policy -> queues.byArn(policy.deadLetterQueueArn()).isPresent());
    List<Message> dead = new ArrayList<>();
    try {
      return queue.receive(
          most,
          visibility,
          wait,
          count -> redrive.map(policy -> policy.isDue(count)).orElse(false),
          dead);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return List.of();
    } finally {
      redrive
          .flatMap(policy -> queues.byArn(policy.deadLetterQueueArn()))
          .ifPresent(target -> dead.forEach(message -> target.send(message, Duration.ZERO)));
    }
  }

  private static ObjectNode delete(Queue queue, Parameters entry) {
    queue.delete(entry.required("ReceiptHandle"));
    return JSON.objectNode();
  }

  private static ObjectNode changeVisibility(Queue queue, Parameters entry) {
    int seconds = entry.number("VisibilityTimeout", 0, MAX_VISIBILITY_SECONDS, -1);
    if (seconds < 0) {
      entry.required("VisibilityTimeout");
    }
    queue.changeVisibility(entry.required("ReceiptHandle"), Duration.ofSeconds(seconds));
    return JSON.objectNode();
  }

  // An entry that fails does not fail the others.
  private static ObjectNode eachOf(Parameters request, Function<Parameters, ObjectNode> action) {
    ObjectNode result = JSON.objectNode();
    ArrayNode successful = result.putArray("Successful");
    ArrayNode failed = result.putArray("Failed");
    for (Parameters entry : request.batch()) {
      try {
        ObjectNode done = JSON.objectNode().put("Id", entry.required("Id"));
        successful.add(done.setAll(action.apply(entry)));
      } catch (AwsException refused) {
        failed.add(failure(entry, refused));
      }
    }
    dropIfEmpty(result, "Successful", "Failed");
    return result;
  }

  private static ObjectNode failure(Parameters entry, AwsException refused) {
    return JSON.objectNode()
        .put("Id", entry.required("Id"))
        .put("SenderFault", true)
        .put("Code", refused.code())
        .put("Message", refused.text());
  }

  private static void dropIfEmpty(ObjectNode result, String... lists) {
    for (String list : lists) {
      if (result.path(list).isEmpty()) {
        result.remove(list);
      }
    }
  }

  /** For senders within this process, such as SNS. */
  static void send(Queue queue, String body, Map<String, MessageAttribute> attributes) {
    Message message = new Message(UUID.randomUUID().toString(), body, attributes);
    queue.send(message, queue.settings().delay());
  }
}
