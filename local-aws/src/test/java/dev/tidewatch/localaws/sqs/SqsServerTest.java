package dev.tidewatch.localaws.sqs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidewatch.localaws.protocol.Calls;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

final class SqsServerTest {
  private static final AtomicReference<Instant> NOW =
      new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));
  private static SqsServer server;
  private static SqsClient sqs;

  private String url;

  @BeforeAll
  static void start() {
    server =
        SqsServer.start(
            new SqsServer.Options(0, "us-east-1", "000000000000", NOW::get, new Calls()));
    sqs =
        SqsClient.builder()
            .endpointOverride(server.endpoint())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterAll
  static void stop() {
    sqs.close();
    server.close();
  }

  @BeforeEach
  void queueOfItsOwn(TestInfo test) {
    url = queue(test.getTestMethod().orElseThrow().getName(), Map.of());
  }

  @Test
  void handsOutWhatWasSentAndForgetsWhatIsDeleted() {
    sqs.sendMessage(r -> r.queueUrl(url).messageBody("größer <&> 😀\n"));

    Message received = receiveOne();
    assertThat(received.body()).isEqualTo("größer <&> 😀\n");
    sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle(received.receiptHandle()));
    pass(Duration.ofHours(1));
    assertThat(receive()).isEmpty();
  }

  @Test
  void carriesAttributesWhoseDigestTheClientChecks() {
    sqs.sendMessage(
        r ->
            r.queueUrl(url)
                .messageBody("x")
                .messageAttributes(
                    Map.of(
                        "text", attribute("String", "v"),
                        "number", attribute("Number.int", "7"),
                        "bytes",
                            MessageAttributeValue.builder()
                                .dataType("Binary")
                                .binaryValue(SdkBytes.fromByteArray(new byte[] {0, -1, 5}))
                                .build())));

    Message received = receive(r -> r.messageAttributeNames("All")).get(0);
    assertThat(received.messageAttributes()).containsOnlyKeys("text", "number", "bytes");
    assertThat(received.messageAttributes().get("bytes").binaryValue().asByteArray())
        .containsExactly(0, -1, 5);
    assertThat(received.md5OfMessageAttributes()).isNotEmpty();
  }

  @Test
  void showsAMessageAgainWhenItsVisibilityTimeoutHasPassed() {
    sqs.sendMessage(r -> r.queueUrl(url).messageBody("again"));
    assertThat(receive()).hasSize(1);
    assertThat(receive()).isEmpty();

    pass(Duration.ofSeconds(30));
    Message second =
        receive(r -> r.messageSystemAttributeNames(MessageSystemAttributeName.ALL)).get(0);
    assertThat(second.attributes())
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2");
  }

  @Test
  void showsAMessageAtOnceWhenItsVisibilityIsSetToNothing() {
    sqs.sendMessage(r -> r.queueUrl(url).messageBody("back"));
    String handle = receiveOne().receiptHandle();

    sqs.changeMessageVisibility(r -> r.queueUrl(url).receiptHandle(handle).visibilityTimeout(0));
    assertThat(receive()).hasSize(1);
  }

  @Test
  void holdsAMessageBackUntilItsDelayHasPassed() {
    sqs.sendMessage(r -> r.queueUrl(url).messageBody("later").delaySeconds(60));
    assertThat(receive()).isEmpty();
    assertThat(count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED)).isEqualTo("1");

    pass(Duration.ofSeconds(60));
    assertThat(receive()).hasSize(1);
  }

  @Test
  void wakesAWaitingConsumerWhenAMessageArrives() {
    CompletableFuture<List<Message>> waiting =
        CompletableFuture.supplyAsync(() -> receive(r -> r.waitTimeSeconds(20)));

    sqs.sendMessage(r -> r.queueUrl(url).messageBody("arrived"));
    assertThat(waiting).succeedsWithin(Duration.ofSeconds(5)).asList().hasSize(1);
  }

  @Test
  void failsOneEntryOfABatchAlone() {
    SendMessageBatchResponse sent =
        sqs.sendMessageBatch(
            r ->
                r.queueUrl(url)
                    .entries(
                        e -> e.id("good").messageBody("good"),
                        e -> e.id("bad").messageBody("not\u0001text")));

    assertThat(sent.successful()).singleElement().matches(entry -> entry.id().equals("good"));
    assertThat(sent.failed())
        .singleElement()
        .matches(entry -> entry.code().equals("InvalidMessageContents"));
  }

  @Test
  void deletesABatch() {
    sqs.sendMessageBatch(
        r ->
            r.queueUrl(url)
                .entries(e -> e.id("a").messageBody("a"), e -> e.id("b").messageBody("b")));
    List<Message> received = receive(r -> r.maxNumberOfMessages(10));
    assertThat(received).hasSize(2);

    sqs.deleteMessageBatch(
        r ->
            r.queueUrl(url)
                .entries(
                    e -> e.id("a").receiptHandle(received.get(0).receiptHandle()),
                    e -> e.id("b").receiptHandle(received.get(1).receiptHandle())));
    assertThat(count(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)).isEqualTo("0");
  }

  @Test
  void movesAMessageReceivedTooOftenToTheDeadLetterQueue() {
    String dead = queue("dead-letters", Map.of());
    sqs.setQueueAttributes(
        r ->
            r.queueUrl(url)
                .attributes(
                    Map.of(
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:"
                            + "dead-letters\",\"maxReceiveCount\":1}")));
    sqs.sendMessage(r -> r.queueUrl(url).messageBody("poison"));
    assertThat(receive()).hasSize(1);
    pass(Duration.ofMinutes(1));

    assertThat(receive()).isEmpty();
    assertThat(sqs.receiveMessage(r -> r.queueUrl(dead)).messages())
        .singleElement()
        .matches(message -> message.body().equals("poison"));
  }

  @Test
  void emptiesAQueue() {
    sqs.sendMessage(r -> r.queueUrl(url).messageBody("x"));
    sqs.purgeQueue(r -> r.queueUrl(url));
    assertThat(receive()).isEmpty();
  }

  @Test
  void forgetsMessagesAfterTheirRetention() {
    sqs.setQueueAttributes(
        r -> r.queueUrl(url).attributes(Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "60")));
    sqs.sendMessage(r -> r.queueUrl(url).messageBody("old"));
    pass(Duration.ofSeconds(61));
    assertThat(receive()).isEmpty();
  }

  @Test
  void findsAndListsQueuesByName() {
    queue("listed-b", Map.of());
    queue("listed-a", Map.of());
    assertThat(sqs.listQueues(r -> r.queueNamePrefix("listed-")).queueUrls())
        .extracting(found -> found.substring(found.lastIndexOf('/') + 1))
        .containsExactly("listed-a", "listed-b");
    assertThat(sqs.getQueueUrl(r -> r.queueName("listed-a")).queueUrl()).endsWith("/listed-a");
  }

  @Test
  void namesErrorsAsAwsDoes() {
    assertThatThrownBy(() -> sqs.getQueueUrl(r -> r.queueName("nowhere")))
        .isInstanceOf(QueueDoesNotExistException.class);
    assertThatThrownBy(() -> sqs.deleteMessage(r -> r.queueUrl(url).receiptHandle("?")))
        .isInstanceOf(ReceiptHandleIsInvalidException.class);
    assertThatThrownBy(
            () ->
                sqs.sendMessageBatch(
                    r ->
                        r.queueUrl(url)
                            .entries(
                                e -> e.id("a").messageBody("x"), e -> e.id("a").messageBody("y"))))
        .isInstanceOf(BatchEntryIdsNotDistinctException.class);
    assertThatThrownBy(
            () -> queue("namesErrorsAsAwsDoes", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "5")))
        .isInstanceOf(QueueNameExistsException.class);
  }

  @Test
  void refusesFifoQueuesWithAReason() {
    assertThatThrownBy(() -> queue("ordered", Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
        .isInstanceOf(SqsException.class)
        .hasMessageContaining("FIFO queues are not kept on this local SQS");
  }

  @Test
  void refusesAMessageThatIsTooLarge() {
    assertThatThrownBy(() -> sqs.sendMessage(r -> r.queueUrl(url).messageBody("x".repeat(262_145))))
        .isInstanceOf(SqsException.class)
        .hasMessageContaining("shorter than 262144 bytes");
  }

  private static String queue(String name, Map<QueueAttributeName, String> attributes) {
    return sqs.createQueue(r -> r.queueName(name).attributes(attributes)).queueUrl();
  }

  private String count(QueueAttributeName name) {
    return sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(name)).attributes().get(name);
  }

  private Message receiveOne() {
    List<Message> received = receive();
    assertThat(received).hasSize(1);
    return received.get(0);
  }

  private List<Message> receive() {
    return receive(request -> {});
  }

  private List<Message> receive(Consumer<ReceiveMessageRequest.Builder> how) {
    return sqs.receiveMessage(
            request -> {
              request.queueUrl(url);
              how.accept(request);
            })
        .messages();
  }

  private static void pass(Duration time) {
    NOW.updateAndGet(now -> now.plus(time));
  }

  private static MessageAttributeValue attribute(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }
}
