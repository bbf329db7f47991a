package dev.tidewatch.localaws.sns;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings messages to subscribers, again and again within the retry policy, and what cannot be
 * delivered to the subscription's dead-letter queue.
 */
final class Courier implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final int THREADS = 4;

  private final Carrier http = new HttpCarrier();
  private final Carrier mail;
  private final QueueSink queues;
  private final RetryPolicy retries;
  private final DeliveryLog log = new DeliveryLog();
  private final ScheduledExecutorService threads;

  Courier(QueueSink queues, @Nullable MailHost mailHost, RetryPolicy retries) {
    this.queues = requireNonNull(queues, "queues");
    this.mail = mailHost == null ? Courier::refuseMail : new MailCarrier(mailHost);
    this.retries = requireNonNull(retries, "retries");
    this.threads = threads();
  }

  /** Takes the message and returns at once. */
  void send(Outgoing message) {
    long number = log.add(Delivery.pending(message));
    threads.execute(() -> attempt(message, number, 1));
  }

  List<Delivery> deliveries() {
    return log.all();
  }

  /** Stops; what is not delivered yet stays so. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private void attempt(Outgoing message, long number, int attempt) {
    try {
      carrier(message.subscription().protocol()).carry(message);
      log.update(number, Delivery.of(message, Delivery.State.DELIVERED, attempt, ""));
    } catch (DeliveryFailed failed) {
      String problem = requireNonNull(failed.getMessage());
      if (failed.isWorthRetrying() && attempt < retries.attempts() && !threads.isShutdown()) {
        log.update(number, Delivery.of(message, Delivery.State.PENDING, attempt, problem));
        retry(message, number, attempt);
      } else {
        log.update(number, Delivery.of(message, Delivery.State.FAILED, attempt, problem));
        giveUp(message, problem);
      }
    }
  }

  private void retry(Outgoing message, long number, int attempt) {
    long wait = retries.waitAfter(attempt).toMillis();
    var unused =
        threads.schedule(() -> attempt(message, number, attempt + 1), wait, TimeUnit.MILLISECONDS);
  }

  private void giveUp(Outgoing message, String problem) {
    Subscription to = message.subscription();
    LOG.warn("gave up message {} for {}: {}", message.messageId(), to.endpoint(), problem);
    to.deadLetterQueueArn()
        .ifPresent(
            queue -> {
              if (!queues.send(queue, message.body(), Map.of())) {
                LOG.warn("the dead-letter queue {} does not exist", queue);
              }
            });
  }

  private Carrier carrier(Protocol protocol) {
    return switch (protocol) {
      case HTTP, HTTPS -> http;
      case EMAIL, EMAIL_JSON -> mail;
      case SQS -> this::toQueue;
      // There is no telephone here: the delivery log is where short messages are read.
      case SMS -> message -> {};
      case LAMBDA -> Courier::refuseFunction;
    };
  }

  private void toQueue(Outgoing message) throws DeliveryFailed {
    String arn = message.subscription().endpoint();
    if (!queues.send(arn, message.body(), message.raw() ? message.attributes() : Map.of())) {
      throw DeliveryFailed.forGood("there is no queue " + arn);
    }
  }

  private static void refuseMail(Outgoing message) throws DeliveryFailed {
    throw DeliveryFailed.forGood("no mail server was given to this local SNS");
  }

  private static void refuseFunction(Outgoing message) throws DeliveryFailed {
    throw DeliveryFailed.forGood("no functions are run by this local SNS");
  }

  private static ScheduledExecutorService threads() {
    ScheduledThreadPoolExecutor threads =
        new ScheduledThreadPoolExecutor(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "local-sns-courier");
              thread.setDaemon(true);
              return thread;
            });
    threads.setRemoveOnCancelPolicy(true);
    return threads;
  }
}
