package dev.tidewatch.setup.lookout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.setup.aws.Identity;
import java.util.List;
import java.util.NavigableSet;

/** The least a detector's roles must be allowed (contract section 8), as policy documents. */
public final class Policies {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SERVICE = "lookoutmetrics.amazonaws.com";

  private final Identity identity;

  public Policies(Identity identity) {
    this.identity = identity;
  }

  /** Who may take a role on: the service alone. */
  public static String trust() {
    ObjectNode document = document();
    ObjectNode statement = statements(document).addObject();
    statement.put("Effect", "Allow");
    statement.putObject("Principal").put("Service", SERVICE);
    statement.put("Action", "sts:AssumeRole");
    return document.toString();
  }

  /**
   * Reading the files of buckets.
   *
   * @param kmsKeys the account's own keys that encrypt them
   */
  public String reading(NavigableSet<String> buckets, NavigableSet<String> kmsKeys) {
    ObjectNode document = document();
    List<String> arns = buckets.stream().map(identity::bucketArn).toList();
    allow(document, List.of("s3:ListBucket", "s3:GetBucketAcl"), arns);
    allow(
        document,
        List.of("s3:GetObject", "s3:GetBucketAcl"),
        arns.stream().map(arn -> arn + "/*").toList());
    kmsKeys.forEach(key -> allowKey(document, key, "s3"));
    return document.toString();
  }

  /**
   * Telling topics and functions.
   *
   * @param kmsKeys the keys that encrypt the topics
   */
  public String alerting(
      NavigableSet<String> topics, NavigableSet<String> functions, NavigableSet<String> kmsKeys) {
    ObjectNode document = document();
    if (!topics.isEmpty()) {
      allow(document, List.of("sns:Publish"), List.copyOf(topics));
    }
    if (!functions.isEmpty()) {
      allow(document, List.of("lambda:InvokeFunction"), List.copyOf(functions));
    }
    kmsKeys.forEach(key -> allowKey(document, key, "sns"));
    return document.toString();
  }

  /** One spelling of a document, however it was written. */
  static String normal(String document) {
    try {
      return JSON.readTree(document).toString();
    } catch (JsonProcessingException unreadable) {
      return document;
    }
  }

  private void allowKey(ObjectNode document, String key, String service) {
    ObjectNode statement =
        allow(
            document,
            List.of("kms:Decrypt", "kms:GenerateDataKey"),
            List.of(key.startsWith("arn:") ? key : keyArn(key)));
    statement
        .putObject("Condition")
        .putObject("StringEquals")
        .put("kms:ViaService", service + "." + identity.region() + ".amazonaws.com");
  }

  private String keyArn(String key) {
    String path = key.startsWith("alias/") ? key : "key/" + key;
    return "arn:%s:kms:%s:%s:%s"
        .formatted(identity.partition(), identity.region(), identity.account(), path);
  }

  private static ObjectNode document() {
    ObjectNode document = JSON.createObjectNode();
    document.put("Version", "2012-10-17");
    document.putArray("Statement");
    return document;
  }

  private static ArrayNode statements(ObjectNode document) {
    return document.withArray("Statement");
  }

  private static ObjectNode allow(
      ObjectNode document, List<String> actions, List<String> resources) {
    ObjectNode statement = statements(document).addObject();
    statement.put("Effect", "Allow");
    actions.forEach(statement.putArray("Action")::add);
    resources.forEach(statement.putArray("Resource")::add);
    return statement;
  }
}
