package dev.tidewatch.setup.cloudformation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.setup.blueprint.AlertBlueprint;
import java.util.Map;

/** An alert as a resource. */
final class AlertExport {
  private static final String ROLE_ARN = "RoleArn";
  private static final String SNS = "SNSConfiguration";

  private final AlertBlueprint alert;
  private final Map<String, String> topics;

  /**
   * @param topics the resource of each topic of the file
   */
  AlertExport(AlertBlueprint alert, Map<String, String> topics) {
    this.alert = alert;
    this.topics = topics;
  }

  ObjectNode resource() {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    ObjectNode properties = SdkDocument.write(alert.request());
    TemplateWriter.move(properties, metadata, "Tags", "AlertFilters");
    properties.set("AnomalyDetectorArn", TemplateWriter.ref(DetectorExport.ID));
    ObjectNode action = properties.withObject("/Action");
    if (action.path(SNS) instanceof ObjectNode sns) {
      ObjectNode format = JsonNodeFactory.instance.objectNode();
      if (!sns.path("SnsFormat").asText().equals("JSON")) {
        TemplateWriter.move(sns, format, "SnsFormat");
        metadata.putObject("Action").set(SNS, format);
      }
      sns.remove("SnsFormat");
      alert
          .topic()
          .map(topics::get)
          .ifPresent(topic -> sns.set("SnsTopicArn", TemplateWriter.ref(topic)));
      addRole(sns);
    } else if (action.path("LambdaConfiguration") instanceof ObjectNode lambda) {
      addRole(lambda);
    }
    return TemplateWriter.resource(AlertImport.TYPE, properties, metadata);
  }

  private static void addRole(ObjectNode target) {
    if (!target.has(ROLE_ARN)) {
      target.set(ROLE_ARN, TemplateWriter.arnOf(RoleExport.ALERTING));
    }
  }
}
