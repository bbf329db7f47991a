package dev.tidewatch.setup.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.setup.blueprint.AlertBlueprint;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAlertRequest;

/** Makes an alert of an {@code AWS::LookoutMetrics::Alert}. */
final class AlertImport {
  static final String TYPE = "AWS::LookoutMetrics::Alert";
  private static final String DETECTOR = "AnomalyDetectorArn";
  private static final String NAME = "AlertName";
  private static final String SNS = "SNSConfiguration";
  private static final String TOPIC = "SnsTopicArn";

  private final Template template;
  private final Expressions expressions;
  private final Findings findings;
  private final TopicImport topics;

  AlertImport(Template template, Expressions expressions, Findings findings, TopicImport topics) {
    this.template = template;
    this.expressions = expressions;
    this.findings = findings;
    this.topics = topics;
  }

  /** Whether an alert belongs to a detector. */
  boolean belongs(String id, DetectorImport detector) {
    JsonNode arn = template.resource(id).path("Properties").path(DETECTOR);
    Optional<String> resource = expressions.resource(arn);
    return detector.isMeant(
        resource,
        resource.isPresent()
            ? arn
            : expressions.told(arn, Template.properties(id) + "." + DETECTOR).orElse(arn));
  }

  /** The alert, or nothing after problems were told. */
  Optional<AlertBlueprint> read(String id) {
    String path = Template.properties(id);
    if (!(template.resource(id).path("Properties").deepCopy() instanceof ObjectNode written)) {
      findings.problem(template.place(path), "an alert needs properties");
      return Optional.empty();
    }
    written.remove(DETECTOR);
    Optional<String> topic = topic(written);
    ObjectNode values = Properties.of(template, expressions, id, written);
    if (values.path(NAME).asText().isEmpty()) {
      findings.say("Resources." + id + " has no " + NAME + ": the alert is called " + id);
      values.put(NAME, id);
    }
    check(values, path, topic);
    CreateAlertRequest request =
        new SdkDocument(findings).read(values, CreateAlertRequest.builder(), path).build();
    return Optional.of(new AlertBlueprint(withFormat(request), topic))
        .filter(alert -> alert.request().action() != null);
  }

  /** The logical id of the template's topic that is told, if it is one of those. */
  Optional<String> topicId(String id) {
    return topicOf(sns(template.resource(id).path("Properties")));
  }

  private JsonNode sns(JsonNode written) {
    return expressions.decided(expressions.decided(written.path("Action")).path(SNS));
  }

  private Optional<String> topicOf(JsonNode sns) {
    return expressions.resource(sns.path(TOPIC)).filter(topics::isTopic);
  }

  /** The same as the file's name for it; its ARN is then not asked for. */
  private Optional<String> topic(ObjectNode written) {
    JsonNode sns = sns(written);
    Optional<String> topic = topicOf(sns).map(topics::name);
    if (topic.isPresent() && sns instanceof ObjectNode known) {
      known.remove(TOPIC);
    }
    return topic;
  }

  private void check(ObjectNode values, String path, Optional<String> topic) {
    JsonNode action = values.path("Action");
    JsonNode sns = action.path(SNS);
    if (!sns.isObject() && !action.path("LambdaConfiguration").isObject()) {
      findings.problem(
          template.place(path), "Action has neither SNSConfiguration nor LambdaConfiguration");
    }
    if (sns.isObject() && topic.isEmpty() && !sns.has(TOPIC)) {
      findings.problem(template.place(path + ".Action." + SNS), TOPIC + " is missing");
    }
  }

  private static CreateAlertRequest withFormat(CreateAlertRequest request) {
    if (request.action() == null || request.action().snsConfiguration() == null) {
      return request;
    }
    var sns = request.action().snsConfiguration();
    String format = sns.snsFormatAsString() == null ? "JSON" : sns.snsFormatAsString();
    return request.toBuilder()
        .action(action -> action.snsConfiguration(sns.toBuilder().snsFormat(format).build()))
        .build();
  }
}
