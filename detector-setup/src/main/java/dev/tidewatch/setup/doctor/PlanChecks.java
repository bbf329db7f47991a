package dev.tidewatch.setup.doctor;

import dev.tidewatch.setup.alert.AlertBook;
import dev.tidewatch.setup.alert.Hearer;
import dev.tidewatch.setup.doctor.Check.Skipped;
import dev.tidewatch.setup.doctor.Check.Trouble;
import dev.tidewatch.setup.plan.Change;
import dev.tidewatch.setup.plan.Change.Action;
import dev.tidewatch.setup.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The roles, topics, subscriptions and alarms of a file, and whether messages come through. */
public final class PlanChecks {
  private static final Set<String> KINDS =
      Set.of(
          "IAM role",
          "SNS topic",
          "SNS subscription",
          "SNS topic policy",
          "CloudWatch alarm",
          "CloudWatch anomaly detection model",
          "EventBridge rule",
          "EventBridge target");

  private final Supplier<Plan> plan;
  private final AlertBook book;
  private final SqsClient sqs;
  private final List<String> topics;

  /**
   * @param plan looks what apply would do now
   * @param topics the ARNs of the file's topics
   */
  public PlanChecks(Supplier<Plan> plan, AlertBook book, SqsClient sqs, List<String> topics) {
    this.plan = plan;
    this.book = book;
    this.sqs = sqs;
    this.topics = List.copyOf(topics);
  }

  /** What to look at: nothing but the failure when what is there cannot be asked for. */
  public List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    try {
      plan.get().changes().stream()
          .filter(change -> KINDS.contains(change.resource().kind()))
          .map(PlanChecks::made)
          .forEach(checks::add);
      topics.stream().flatMap(book::hearers).map(this::hears).forEach(checks::add);
    } catch (RuntimeException failure) {
      checks.add(
          Check.setup(
              "roles, topics and subscriptions",
              "Do what the message names",
              () -> {
                throw failure;
              }));
    }
    return checks;
  }

  private static Check made(Change change) {
    return Check.setup(
        change.subject(),
        "",
        () -> {
          if (change.action() == Action.CREATE) {
            throw new Skipped("not there yet; 'apply' makes it");
          }
          if (change.action() != Action.KEEP) {
            throw new Trouble("not as the file says", "Run 'detector-setup apply'");
          }
          return "as the file says";
        });
  }

  private Check hears(Hearer hearer) {
    String name = "messages to " + hearer.protocol() + " " + hearer.endpoint();
    return Check.setup(name, "Look at the queue's policy", () -> heard(hearer));
  }

  private String heard(Hearer hearer) {
    if (hearer.isPending()) {
      throw new Trouble(
          "waits for its confirmation, and hears nothing yet",
          "Follow the link in the message that SNS sent to " + hearer.endpoint());
    }
    return hearer.protocol().equals("sqs") ? queue(hearer) : "confirmed";
  }

  private String queue(Hearer hearer) {
    String[] arn = hearer.endpoint().split(":", 6);
    String url =
        sqs.getQueueUrl(request -> request.queueName(arn[5]).queueOwnerAWSAccountId(arn[4]))
            .queueUrl();
    String policy =
        sqs.getQueueAttributes(
                request -> request.queueUrl(url).attributeNames(QueueAttributeName.POLICY))
            .attributes()
            .getOrDefault(QueueAttributeName.POLICY, "");
    if (!QueuePolicy.lets(policy, hearer.topic())) {
      throw new Trouble(
          "the queue's policy does not let the topic send",
          "Allow sns.amazonaws.com sqs:SendMessage where aws:SourceArn is " + hearer.topic());
    }
    return "confirmed, and the queue lets the topic send";
  }
}
