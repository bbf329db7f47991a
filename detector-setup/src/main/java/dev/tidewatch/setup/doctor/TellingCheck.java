package dev.tidewatch.setup.doctor;

import dev.tidewatch.setup.aws.Clients;
import dev.tidewatch.setup.aws.Identity;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.Topic;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sns.model.NotFoundException;

/** The topics of the alerts, and whether anybody hears them. */
final class TellingCheck implements Check {
  private static final String PENDING = "PendingConfirmation";

  private final Clients clients;
  private final Blueprint blueprint;

  TellingCheck(Clients clients, Blueprint blueprint) {
    this.clients = clients;
    this.blueprint = blueprint;
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    if (blueprint.alerts().isEmpty()) {
      findings.add(Finding.notice("the file has no alerts", "Add alert: {topic: anomalies}"));
    }
    if (!blueprint.topics().isEmpty()) {
      Identity identity = Identity.of(clients.sts());
      blueprint.topics().forEach(topic -> findings.addAll(look(topic, identity)));
    }
    return findings;
  }

  private List<Finding> look(Topic topic, Identity identity) {
    List<Finding> findings = new ArrayList<>();
    String arn = identity.topicArn(topic.name());
    try {
      var subscriptions =
          clients
              .sns()
              .listSubscriptionsByTopicPaginator(request -> request.topicArn(arn))
              .subscriptions()
              .stream()
              .toList();
      findings.add(
          subscriptions.isEmpty()
              ? Finding.notice("nobody hears topic " + topic.name(), "Add subscribers to it")
              : Finding.good(
                  "topic " + topic.name() + ": " + subscriptions.size() + " subscribers"));
      subscriptions.stream()
          .filter(each -> PENDING.equals(each.subscriptionArn()))
          .map(
              each ->
                  Finding.notice(
                      each.protocol() + " " + each.endpoint() + " has not confirmed yet",
                      "Open the link in the message SNS sent there"))
          .forEach(findings::add);
    } catch (NotFoundException nothing) {
      findings.add(
          Finding.notice("there is no topic " + topic.name() + " yet", "'apply' makes it"));
    }
    return findings;
  }

  @Override
  public String subject() {
    return "topics";
  }

  @Override
  public String remedy() {
    return "Check what the credentials may do: sns:ListSubscriptionsByTopic";
  }
}
