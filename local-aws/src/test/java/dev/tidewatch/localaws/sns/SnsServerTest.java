package dev.tidewatch.localaws.sns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.mail.Mail;
import dev.tidewatch.localaws.mail.Mailbox;
import dev.tidewatch.localaws.protocol.Calls;
import dev.tidewatch.localaws.protocol.Request;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.NotFoundException;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;
import software.amazon.awssdk.services.sns.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sns.model.Tag;

final class SnsServerTest {
  private static final String QUEUE = "arn:aws:sqs:us-east-1:000000000000:";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-20T10:05:00Z"));

  private static final Map<String, List<String>> QUEUES = new ConcurrentHashMap<>();
  private static Mailbox mailbox;
  private static SnsServer server;
  private static SnsClient sns;

  private String name;
  private String topic;

  @BeforeAll
  static void start() {
    mailbox = Mailbox.start(0);
    server =
        SnsServer.start(
            new SnsServer.Options(
                0,
                "us-east-1",
                "000000000000",
                CLOCK,
                SnsServerTest::toQueue,
                new MailHost("127.0.0.1", mailbox.port()),
                new RetryPolicy(3, Duration.ofMillis(5), Duration.ofMillis(10)),
                new Calls()));
    sns =
        SnsClient.builder()
            .endpointOverride(server.endpoint())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterAll
  static void stop() {
    sns.close();
    server.close();
    mailbox.close();
  }

  @BeforeEach
  void topicOfItsOwn(TestInfo test) {
    name = test.getTestMethod().orElseThrow().getName();
    topic = sns.createTopic(request -> request.name(name)).topicArn();
    QUEUES.put(QUEUE + name, new CopyOnWriteArrayList<>());
  }

  @Test
  void makesATopicOnceAndDeletesItForGood() {
    assertThat(topic).isEqualTo("arn:aws:sns:us-east-1:000000000000:" + name);
    assertThat(sns.createTopic(request -> request.name(name)).topicArn()).isEqualTo(topic);
    assertThat(sns.listTopics().topics()).anyMatch(found -> found.topicArn().equals(topic));

    sns.deleteTopic(request -> request.topicArn(topic));
    sns.deleteTopic(request -> request.topicArn(topic));
    assertThatThrownBy(() -> publish("x")).isInstanceOf(NotFoundException.class);
  }

  @Test
  void refusesATopicThatIsThereWithOtherAttributes() {
    assertThatThrownBy(
            () -> sns.createTopic(r -> r.name(name).attributes(Map.of("DisplayName", "other"))))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Topic already exists with different attributes");
  }

  @Test
  void keepsAttributesAndTags() {
    sns.setTopicAttributes(
        r -> r.topicArn(topic).attributeName("DisplayName").attributeValue("Tide & <watch>"));
    sns.tagResource(r -> r.resourceArn(topic).tags(tag("team", "a"), tag("stage", "demo")));
    sns.untagResource(r -> r.resourceArn(topic).tagKeys("team"));

    assertThat(sns.getTopicAttributes(r -> r.topicArn(topic)).attributes())
        .containsEntry("DisplayName", "Tide & <watch>")
        .containsEntry("SubscriptionsPending", "0");
    assertThat(sns.listTagsForResource(r -> r.resourceArn(topic)).tags())
        .containsExactly(tag("stage", "demo"));
  }

  @Test
  void listsMoreTopicsThanFitOnAPage() {
    for (int number = 0; number < 101; number++) {
      String next = "paged-" + number;
      sns.createTopic(request -> request.name(next));
    }
    assertThat(sns.listTopicsPaginator().topics())
        .filteredOn(found -> found.topicArn().contains(":paged-"))
        .hasSize(101);
  }

  @Test
  void sendsNothingOverHttpUntilTheSubscriberConfirms() throws Exception {
    try (HttpSubscriber subscriber = new HttpSubscriber()) {
      assertThat(subscribe("http", subscriber.url())).isEqualTo("pending confirmation");
      Request confirmation = first(subscriber, "SubscriptionConfirmation");
      publish("too early");
      assertThat(sns.listSubscriptionsByTopic(r -> r.topicArn(topic)).subscriptions())
          .singleElement()
          .matches(pending -> pending.subscriptionArn().equals("PendingConfirmation"));

      JsonNode envelope = HttpSubscriber.envelope(confirmation);
      assertThat(envelope.path("Token").asText()).isNotEmpty();
      assertThat(get(envelope.path("SubscribeURL").asText()).body())
          .contains("<SubscriptionArn>" + topic);
      publish("in time");

      assertThat(HttpSubscriber.envelope(first(subscriber, "Notification")).path("Message"))
          .hasToString("\"in time\"");
      assertThat(subscriber.received("Notification")).hasSize(1);
    }
  }

  @Test
  void sendsTheEnvelopeWithItsHeadersOverHttp() {
    try (HttpSubscriber subscriber = new HttpSubscriber()) {
      String subscription = confirmedHttp(subscriber);
      String id =
          sns.publish(
                  r ->
                      r.topicArn(topic)
                          .subject("Anomaly in revenue")
                          .message("größer 😀")
                          .messageAttributes(Map.of("severity", attribute("Number", "87"))))
              .messageId();

      Request notification = first(subscriber, "Notification");
      assertThat(notification.headers())
          .containsEntry("x-amz-sns-message-id", id)
          .containsEntry("x-amz-sns-topic-arn", topic)
          .containsEntry("x-amz-sns-subscription-arn", subscription)
          .containsEntry("content-type", "text/plain; charset=UTF-8");
      JsonNode envelope = HttpSubscriber.envelope(notification);
      assertThat(envelope.path("Type").asText()).isEqualTo("Notification");
      assertThat(envelope.path("Subject").asText()).isEqualTo("Anomaly in revenue");
      assertThat(envelope.path("Message").asText()).isEqualTo("größer 😀");
      assertThat(envelope.path("Timestamp").asText()).isEqualTo("2026-11-20T10:05:00.000Z");
      assertThat(envelope.path("MessageAttributes").path("severity"))
          .hasToString("{\"Type\":\"Number\",\"Value\":\"87\"}");
    }
  }

  @Test
  void signsSoThatTheCertificateProvesIt() throws Exception {
    try (HttpSubscriber subscriber = new HttpSubscriber()) {
      confirmedHttp(subscriber);
      publish("signed with SHA-1");
      sns.setTopicAttributes(
          r -> r.topicArn(topic).attributeName("SignatureVersion").attributeValue("2"));
      publish("signed with SHA-256");

      await().until(() -> subscriber.received("Notification").size() == 2);
      for (Request notification : subscriber.received("Notification")) {
        assertThat(isSignedRightly(HttpSubscriber.envelope(notification))).isTrue();
      }
    }
  }

  @Test
  void signsConfirmationsToo() throws Exception {
    try (HttpSubscriber subscriber = new HttpSubscriber()) {
      subscribe("http", subscriber.url());
      Request confirmation = first(subscriber, "SubscriptionConfirmation");
      assertThat(isSignedRightly(HttpSubscriber.envelope(confirmation))).isTrue();
    }
  }

  @Test
  void sendsThePlainMessageWhenAskedTo() {
    try (HttpSubscriber subscriber = new HttpSubscriber()) {
      setAttribute(confirmedHttp(subscriber), "RawMessageDelivery", "true");
      publish("{\"plain\":1}");

      Request notification = first(subscriber, "Notification");
      assertThat(HttpSubscriber.text(notification)).isEqualTo("{\"plain\":1}");
      assertThat(notification.header("x-amz-sns-rawdelivery")).contains("true");
    }
  }

  @Test
  void triesAgainWhenTheSubscriberFails() {
    try (HttpSubscriber subscriber = new HttpSubscriber()) {
      confirmedHttp(subscriber);
      subscriber.failNext(2);
      String id = publish("third time lucky");

      await().until(() -> delivery(id).state() == Delivery.State.DELIVERED);
      assertThat(delivery(id).attempts()).isEqualTo(3);
    }
  }

  @Test
  void givesUpIntoTheDeadLetterQueue() {
    try (HttpSubscriber subscriber = new HttpSubscriber()) {
      setAttribute(
          confirmedHttp(subscriber),
          "RedrivePolicy",
          "{\"deadLetterTargetArn\":\"" + QUEUE + name + "\"}");
      subscriber.failNext(100);
      String id = publish("never");

      await().until(() -> QUEUES.get(QUEUE + name).size() == 1);
      assertThat(delivery(id))
          .extracting(Delivery::state, Delivery::attempts, Delivery::problem)
          .containsExactly(Delivery.State.FAILED, 3, "the endpoint answered 503");
    }
  }

  @Test
  void tellsAnEndpointThatItWasUnsubscribed() throws Exception {
    try (HttpSubscriber subscriber = new HttpSubscriber()) {
      confirmedHttp(subscriber);
      publish("last");
      JsonNode envelope = HttpSubscriber.envelope(first(subscriber, "Notification"));

      assertThat(get(envelope.path("UnsubscribeURL").asText()).statusCode()).isEqualTo(200);
      first(subscriber, "UnsubscribeConfirmation");
      publish("nobody hears this");
      assertThat(sns.getTopicAttributes(r -> r.topicArn(topic)).attributes())
          .containsEntry("SubscriptionsDeleted", "1")
          .containsEntry("SubscriptionsConfirmed", "0");
      assertThat(subscriber.received("Notification")).hasSize(1);
    }
  }

  @Test
  void sendsMailOnceTheLinkInTheFirstMailWasFollowed() throws Exception {
    String address = name.toLowerCase(java.util.Locale.ROOT) + "@example.org";
    subscribe("email", address);
    Mail confirmation = mail(address, "AWS Notification - Subscription Confirmation");
    Matcher link = Pattern.compile("http://\\S+").matcher(confirmation.text());
    assertThat(link.find()).isTrue();
    assertThat(get(link.group()).statusCode()).isEqualTo(200);

    sns.publish(r -> r.topicArn(topic).subject("Anomaly").message("Umsatz fällt\n.\nEnde"));
    assertThat(mail(address, "Anomaly").text()).startsWith("Umsatz fällt\n.\nEnde\n\n--\n");
  }

  @Test
  void deliversToQueuesWithoutConfirmation() {
    assertThat(subscribe("sqs", QUEUE + name)).startsWith(topic + ":");
    publish("for the queue");
    await().until(() -> !QUEUES.get(QUEUE + name).isEmpty());
    assertThat(QUEUES.get(QUEUE + name).get(0)).contains("\"Message\" : \"for the queue\"");
  }

  @Test
  void picksTheTextOfTheProtocol() {
    setAttribute(subscribe("sqs", QUEUE + name), "RawMessageDelivery", "true");
    sns.publish(
        r ->
            r.topicArn(topic)
                .messageStructure("json")
                .message("{\"default\":\"for all\",\"sqs\":\"for queues\"}"));
    await().until(() -> QUEUES.get(QUEUE + name).equals(List.of("for queues")));

    assertThatThrownBy(
            () -> sns.publish(r -> r.topicArn(topic).messageStructure("json").message("{}")))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("No default entry in JSON message body");
  }

  @Test
  void sendsOnlyWhatTheFilterLetsThrough() {
    String subscription = subscribe("sqs", QUEUE + name);
    setAttribute(subscription, "RawMessageDelivery", "true");
    setAttribute(subscription, "FilterPolicy", "{\"severity\":[{\"numeric\":[\">=\",70]}]}");
    for (String severity : List.of("69.9", "70", "100")) {
      sns.publish(
          r ->
              r.topicArn(topic)
                  .message(severity)
                  .messageAttributes(Map.of("severity", attribute("Number", severity))));
    }
    await().until(() -> QUEUES.get(QUEUE + name).size() == 2);
    assertThat(QUEUES.get(QUEUE + name)).containsExactlyInAnyOrder("70", "100");
  }

  @Test
  void takesTheGoodEntriesOfABatch() {
    PublishBatchResponse published =
        sns.publishBatch(
            r ->
                r.topicArn(topic)
                    .publishBatchRequestEntries(
                        e -> e.id("good").message("x"),
                        e -> e.id("bad").message("x").subject("two\nlines")));
    assertThat(published.successful()).singleElement().matches(e -> e.id().equals("good"));
    assertThat(published.failed())
        .singleElement()
        .matches(e -> e.code().equals("InvalidParameter"));
  }

  @Test
  void refusesMessagesBeyondTheLimit() {
    assertThat(publish("x".repeat(262_144))).isNotEmpty();
    assertThatThrownBy(() -> publish("x".repeat(262_145)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Message too long");
  }

  @Test
  void refusesWhatIsNoEndpointOfTheProtocol() {
    assertThatThrownBy(() -> subscribe("email", "nobody"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("must match the specified protocol email");
    assertThatThrownBy(() -> subscribe("pigeon", "coo"))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("Does not support this protocol string: pigeon");
  }

  @Test
  void showsThePolicyOfATopicThatWasGivenNone() {
    assertThat(sns.getTopicAttributes(r -> r.topicArn(topic)).attributes().get("Policy"))
        .contains("\"Resource\":\"" + topic + "\"", "\"AWS:SourceOwner\":\"000000000000\"");
    assertThatThrownBy(() -> sns.listTagsForResource(r -> r.resourceArn(topic + "-other")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void changesNothingOnAPlainGetBesideTheLinks() throws Exception {
    HttpResponse<String> answer = get(server.endpoint() + "/?Action=CreateTopic&Name=sneaked-in");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(sns.listTopicsPaginator().topics())
        .noneMatch(found -> found.topicArn().endsWith(":sneaked-in"));
  }

  private String confirmedHttp(HttpSubscriber subscriber) {
    subscribe("http", subscriber.url());
    String token =
        HttpSubscriber.envelope(first(subscriber, "SubscriptionConfirmation"))
            .path("Token")
            .asText();
    return sns.confirmSubscription(r -> r.topicArn(topic).token(token)).subscriptionArn();
  }

  private String subscribe(String protocol, String endpoint) {
    return sns.subscribe(r -> r.topicArn(topic).protocol(protocol).endpoint(endpoint))
        .subscriptionArn();
  }

  private static void setAttribute(String subscription, String name, String value) {
    sns.setSubscriptionAttributes(
        r -> r.subscriptionArn(subscription).attributeName(name).attributeValue(value));
  }

  private String publish(String message) {
    return sns.publish(r -> r.topicArn(topic).message(message)).messageId();
  }

  private static Request first(HttpSubscriber subscriber, String type) {
    await().until(() -> !subscriber.received(type).isEmpty());
    return subscriber.received(type).get(0);
  }

  private static Mail mail(String to, String subject) {
    return await()
        .until(
            () ->
                mailbox.mails().stream()
                    .filter(mail -> mail.to().equals(to) && mail.subject().equals(subject))
                    .findFirst(),
            java.util.Optional::isPresent)
        .orElseThrow();
  }

  private static Delivery delivery(String messageId) {
    return server.deliveries().stream()
        .filter(delivery -> delivery.messageId().equals(messageId))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isSignedRightly(JsonNode envelope) throws Exception {
    String pem = get(envelope.path("SigningCertURL").asText()).body();
    X509Certificate certificate =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(UTF_8)));
    certificate.verify(certificate.getPublicKey());
    String algorithm =
        envelope.path("SignatureVersion").asText().equals("2") ? "SHA256withRSA" : "SHA1withRSA";
    Signature signature = Signature.getInstance(algorithm);
    signature.initVerify(certificate);
    signature.update(Envelopes.signedText((ObjectNode) envelope).getBytes(UTF_8));
    return signature.verify(Base64.getDecoder().decode(envelope.path("Signature").asText()));
  }

  private static HttpResponse<String> get(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
  }

  private static boolean toQueue(
      String arn, String body, Map<String, MessageAttribute> attributes) {
    List<String> queue = QUEUES.get(arn);
    return queue != null && queue.add(body);
  }

  private static Tag tag(String key, String value) {
    return Tag.builder().key(key).value(value).build();
  }

  private static MessageAttributeValue attribute(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }
}
