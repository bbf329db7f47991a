package dev.tidewatch.localaws.sns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Writes messages as subscribers get them: signed JSON in AWS's form, plain text, or a mail. */
final class Envelopes {
  static final String CERTIFICATE_PATH = "/SimpleNotificationService-local.pem";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** What is signed, in this order, where present. */
  private static final List<String> SIGNED =
      List.of(
          "Message",
          "MessageId",
          "Subject",
          "SubscribeURL",
          "Timestamp",
          "Token",
          "TopicArn",
          "Type");

  private final URI endpoint;
  private final MessageSigner signer;
  private final InstantSource clock;

  Envelopes(URI endpoint, MessageSigner signer, InstantSource clock) {
    this.endpoint = requireNonNull(endpoint, "endpoint");
    this.signer = requireNonNull(signer, "signer");
    this.clock = requireNonNull(clock, "clock");
  }

  Outgoing notification(
      Topic topic, Subscription subscription, String messageId, Publication publication) {
    String text = publication.message(subscription.protocol());
    ObjectNode envelope = JSON.createObjectNode();
    envelope.put("Type", MessageType.NOTIFICATION.awsName());
    envelope.put("MessageId", messageId);
    envelope.put("TopicArn", topic.arn());
    publication.subject().ifPresent(subject -> envelope.put("Subject", subject));
    envelope.put("Message", text);
    stamp(envelope, topic);
    envelope.put("UnsubscribeURL", unsubscribeUrl(subscription));
    addAttributes(envelope, publication.attributes());
    String body =
        switch (subscription.protocol()) {
          case HTTP, HTTPS, SQS -> subscription.isRaw() ? text : write(envelope);
          case EMAIL_JSON, LAMBDA -> write(envelope);
          case EMAIL -> mail(text, subscription);
          case SMS -> text;
        };
    return new Outgoing(
        subscription,
        MessageType.NOTIFICATION,
        messageId,
        publication.subject().orElse("AWS Notification Message"),
        body,
        subscription.isRaw(),
        publication.attributes());
  }

  /** Asks the endpoint whether it wants the messages. */
  Outgoing subscriptionConfirmation(Topic topic, Subscription subscription) {
    return confirmation(
        MessageType.SUBSCRIPTION_CONFIRMATION,
        "You have chosen to subscribe to the topic "
            + topic.arn()
            + ".\nTo confirm the subscription, visit the SubscribeURL included in this message.",
        topic,
        subscription);
  }

  /** Tells the endpoint that it gets no more messages, and how to undo that. */
  Outgoing unsubscribeConfirmation(Topic topic, Subscription subscription) {
    return confirmation(
        MessageType.UNSUBSCRIBE_CONFIRMATION,
        "You have chosen to deactivate subscription "
            + subscription.arn()
            + ".\nTo cancel this operation and restore the subscription, visit the SubscribeURL"
            + " included in this message.",
        topic,
        subscription);
  }

  private Outgoing confirmation(
      MessageType type, String text, Topic topic, Subscription subscription) {
    String messageId = UUID.randomUUID().toString();
    String link = subscribeUrl(subscription);
    ObjectNode envelope = JSON.createObjectNode();
    envelope.put("Type", type.awsName());
    envelope.put("MessageId", messageId);
    envelope.put("Token", subscription.token());
    envelope.put("TopicArn", topic.arn());
    envelope.put("Message", text);
    envelope.put("SubscribeURL", link);
    stamp(envelope, topic);
    String body =
        subscription.protocol() == Protocol.EMAIL
            ? "You have chosen to subscribe to the topic:\n"
                + topic.arn()
                + "\n\nTo confirm this subscription, visit the link below:\n"
                + link
                + "\n"
            : write(envelope);
    return new Outgoing(
        subscription,
        type,
        messageId,
        "AWS Notification - Subscription Confirmation",
        body,
        false,
        Map.of());
  }

  private void stamp(ObjectNode envelope, Topic topic) {
    envelope.put("Timestamp", TIMESTAMP.format(clock.instant()));
    envelope.put("SignatureVersion", topic.signatureVersion());
    envelope.put("Signature", signer.sign(topic.signatureVersion(), signedText(envelope)));
    envelope.put("SigningCertURL", endpoint + CERTIFICATE_PATH);
  }

  static String signedText(ObjectNode envelope) {
    StringBuilder text = new StringBuilder();
    for (String name : SIGNED) {
      if (envelope.has(name)) {
        text.append(name).append('\n').append(envelope.get(name).asText()).append('\n');
      }
    }
    return text.toString();
  }

  private static void addAttributes(ObjectNode envelope, Map<String, MessageAttribute> attributes) {
    if (!attributes.isEmpty()) {
      ObjectNode all = envelope.putObject("MessageAttributes");
      new TreeMap<>(attributes)
          .forEach(
              (name, attribute) ->
                  all.putObject(name)
                      .put("Type", attribute.dataType())
                      .put("Value", attribute.value()));
    }
  }

  private String mail(String text, Subscription subscription) {
    return text
        + "\n\n--\nIf you wish to stop receiving notifications from this topic, visit the link"
        + " below to unsubscribe:\n"
        + unsubscribeUrl(subscription)
        + "\n";
  }

  private String subscribeUrl(Subscription subscription) {
    return link(
        "ConfirmSubscription&TopicArn=%s&Token=%s", subscription.topicArn(), subscription.token());
  }

  private String unsubscribeUrl(Subscription subscription) {
    return link("Unsubscribe&SubscriptionArn=%s", subscription.arn());
  }

  private String link(String action, String... values) {
    Object[] encoded =
        java.util.Arrays.stream(values).map(value -> URLEncoder.encode(value, UTF_8)).toArray();
    return endpoint + "/?Action=" + String.format(action, encoded);
  }

  private static String write(ObjectNode envelope) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(envelope);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of texts can always be written", impossible);
    }
  }
}
