package dev.tidewatch.setup.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@code Ref} and {@code Fn::GetAtt} say of the resources of a template. */
final class References {
  static final String ROLE = "AWS::IAM::Role";
  static final String TOPIC = "AWS::SNS::Topic";

  /** The property that {@code Ref} gives where it is set. */
  private static final Map<String, String> NAMES =
      Map.of(
          "AWS::S3::Bucket",
          "BucketName",
          ROLE,
          "RoleName",
          TOPIC,
          "TopicName",
          "AWS::Lambda::Function",
          "FunctionName",
          "AWS::SQS::Queue",
          "QueueName",
          "AWS::KMS::Alias",
          "AliasName",
          "AWS::RDS::DBInstance",
          "DBInstanceIdentifier",
          "AWS::Redshift::Cluster",
          "ClusterIdentifier",
          "AWS::AppFlow::Flow",
          "FlowName");

  /** ARNs that a name makes: partition, region, account and name are put in. */
  private static final Map<String, String> ARNS =
      Map.of(
          "AWS::S3::Bucket",
          "arn:%1$s:s3:::%4$s",
          TOPIC,
          "arn:%1$s:sns:%2$s:%3$s:%4$s",
          "AWS::Lambda::Function",
          "arn:%1$s:lambda:%2$s:%3$s:function:%4$s",
          "AWS::SQS::Queue",
          "arn:%1$s:sqs:%2$s:%3$s:%4$s");

  private final Template template;
  private final Parameters parameters;
  private final Answers answers;
  private final Expressions expressions;
  private final Set<String> within = new HashSet<>();

  References(Template template, Parameters parameters, Answers answers, Expressions expressions) {
    this.template = template;
    this.parameters = parameters;
    this.answers = answers;
    this.expressions = expressions;
  }

  /** What {@code Ref} gives. */
  String ref(String id) {
    Optional<String> given = answers.value(id);
    if (given.isPresent()) {
      return given.get();
    }
    return template.type(id).equals(TOPIC)
        ? arn(id, TOPIC)
        : name(id).orElseGet(() -> unnamed(id, id));
  }

  /** What {@code Fn::GetAtt} gives. */
  String attribute(String id, String attribute) {
    String key = id + "." + attribute;
    Optional<String> given = answers.value(key);
    if (given.isPresent()) {
      return given.get();
    }
    String type = template.type(id);
    if (type.equals(ROLE) && attribute.equals("Arn")) {
      return roleArn(id);
    }
    if (ARNS.containsKey(type) && (attribute.equals("Arn") || attribute.equals("TopicArn"))) {
      return arn(id, type);
    }
    if (NAMES.getOrDefault(type, "").equals(attribute)) {
      return name(id).orElseGet(() -> unnamed(id, key));
    }
    return answers.value(key, "CloudFormation alone knows " + key + " (" + template.type(id) + ")");
  }

  /** The name that the template gives a resource; the logical id tells nothing of it. */
  private Optional<String> name(String id) {
    String property = NAMES.get(template.type(id));
    return property == null ? Optional.empty() : property(id, property);
  }

  private Optional<String> property(String id, String property) {
    JsonNode value = template.resource(id).path("Properties").path(property);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!within.add(id)) {
      throw new Unresolved("the resource " + id + " depends on itself");
    }
    try {
      return expressions
          .value(value, Template.properties(id) + "." + property)
          .map(JsonNode::asText);
    } finally {
      within.remove(id);
    }
  }

  /** The answer to what CloudFormation made up. */
  private String unnamed(String id, String key) {
    String type = template.type(id);
    String message = "CloudFormation made up the name of " + id + " (" + type + ")";
    if (type.equals(ROLE)) {
      throw new Unresolved.OfRole(id, message + ". Add --set '" + key + "=…'");
    }
    return answers.value(key, message);
  }

  private String arn(String id, String type) {
    String name = name(id).orElseGet(() -> unnamed(id, id));
    String form = ARNS.get(type);
    if (form == null) {
      throw new Unresolved("nothing is known of ARNs of " + type);
    }
    boolean local = !form.contains(":::");
    return form.formatted(
        parameters.pseudo("AWS::Partition"),
        local ? parameters.pseudo("AWS::Region") : "",
        local ? parameters.pseudo("AWS::AccountId") : "",
        name);
  }

  private String roleArn(String id) {
    Optional<String> name = name(id);
    Optional<String> account = parameters.known("AWS::AccountId");
    if (name.isEmpty() || account.isEmpty()) {
      throw new Unresolved.OfRole(
          id,
          "the role " + id + " has no ARN that the template tells. Add --set '" + id + ".Arn=…'");
    }
    return "arn:%s:iam::%s:role%s%s"
        .formatted(
            parameters.pseudo("AWS::Partition"),
            account.get(),
            property(id, "Path").orElse("/"),
            name.get());
  }
}
