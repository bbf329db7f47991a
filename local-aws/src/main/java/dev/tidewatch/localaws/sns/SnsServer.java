package dev.tidewatch.localaws.sns;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.protocol.Calls;
import dev.tidewatch.localaws.protocol.Form;
import dev.tidewatch.localaws.protocol.LoopbackServer;
import dev.tidewatch.localaws.protocol.QueryService;
import dev.tidewatch.localaws.protocol.Reply;
import dev.tidewatch.localaws.protocol.Request;
import dev.tidewatch.localaws.protocol.Xml;
import java.io.Closeable;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * SNS on loopback, for clients of AWS's Query protocol. Subscribers over HTTP and by e-mail confirm
 * first, as on AWS; queues, telephones and functions need not. Topics live in memory.
 */
public final class SnsServer implements Closeable {
  private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

  /** What the links in messages ask for, which nobody can sign. */
  private static final Set<String> LINKS = Set.of("ConfirmSubscription", "Unsubscribe");

  private final LoopbackServer server;
  private final Courier courier;
  private final MessageSigner signer;
  private final PublishOperations publishing;
  private final QueryService query;

  private SnsServer(LoopbackServer server, Options options) {
    this.server = server;
    this.signer =
        MessageSigner.generate(
            "sns." + options.region() + ".amazonaws.com", options.clock().instant());
    this.courier = new Courier(options.queues(), options.mailHost(), options.retries());
    Topics topics = new Topics(options.region(), options.account());
    Envelopes envelopes = new Envelopes(server.endpoint(), signer, options.clock());
    this.publishing = new PublishOperations(topics, envelopes, courier);
    this.query =
        new QueryService(
            "sns", NAMESPACE, operations(topics, envelopes, options.account()), options.calls());
  }

  /**
   * How the server is set up.
   *
   * @param port the port on 127.0.0.1, or 0 for any free one
   * @param clock stamps messages
   * @param queues where messages to queues go
   * @param calls notes and judges requests
   * @param mailHost who takes mail; without one, mail is not delivered
   */
  public record Options(
      int port,
      String region,
      String account,
      InstantSource clock,
      QueueSink queues,
      @Nullable MailHost mailHost,
      RetryPolicy retries,
      Calls calls) {
    public Options {
      requireNonNull(region, "region");
      requireNonNull(account, "account");
      requireNonNull(clock, "clock");
      requireNonNull(queues, "queues");
      requireNonNull(retries, "retries");
      requireNonNull(calls, "calls");
    }
  }

  /**
   * Starts the server and returns when it answers.
   *
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public static SnsServer start(Options options) {
    SnsServer sns = new SnsServer(LoopbackServer.bind("sns", options.port()), options);
    sns.server.serve(sns::answer);
    return sns;
  }

  public URI endpoint() {
    return server.endpoint();
  }

  /** What became of the newest messages, oldest first; confirmations included. */
  public List<Delivery> deliveries() {
    return courier.deliveries();
  }

  /**
   * Publishes without going over the network, for publishers in this process.
   *
   * @param subject for mails; empty for none
   * @return whether there is such a topic
   */
  public boolean publish(String topicArn, String subject, String message) {
    return publishing.publish(topicArn, subject, message);
  }

  @Override
  public void close() {
    server.close();
    courier.close();
  }

  private Map<String, Function<Form, Consumer<Xml>>> operations(
      Topics all, Envelopes envelopes, String account) {
    TopicOperations topics = new TopicOperations(all, account);
    SubscriptionOperations subscriptions =
        new SubscriptionOperations(all, envelopes, courier, account);
    return Map.ofEntries(
        Map.entry("CreateTopic", topics::create),
        Map.entry("DeleteTopic", topics::delete),
        Map.entry("ListTopics", topics::list),
        Map.entry("GetTopicAttributes", topics::attributes),
        Map.entry("SetTopicAttributes", topics::setAttributes),
        Map.entry("TagResource", topics::tag),
        Map.entry("UntagResource", topics::untag),
        Map.entry("ListTagsForResource", topics::listTags),
        Map.entry("Subscribe", subscriptions::subscribe),
        Map.entry("ConfirmSubscription", subscriptions::confirm),
        Map.entry("Unsubscribe", subscriptions::unsubscribe),
        Map.entry("ListSubscriptions", subscriptions::list),
        Map.entry("ListSubscriptionsByTopic", subscriptions::listByTopic),
        Map.entry("GetSubscriptionAttributes", subscriptions::attributes),
        Map.entry("SetSubscriptionAttributes", subscriptions::setAttributes),
        Map.entry("Publish", publishing::publish),
        Map.entry("PublishBatch", publishing::publishBatch));
  }

  private Reply answer(Request request) {
    if (request.uri().getPath().equals(Envelopes.CERTIFICATE_PATH)) {
      return Reply.text(200, signer.certificate());
    }
    Form form = request.form();
    String action = form.text("Action", "");
    if (!request.method().equals("POST") && !LINKS.contains(action)) {
      return Reply.xml(
          400,
          Xml.error(
              NAMESPACE, "InvalidAction", "The action '" + action + "' is not served by GET."));
    }
    return query.answer(form);
  }
}
