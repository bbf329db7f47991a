package dev.tidewatch.setup.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.setup.blueprint.Blueprint;

/** The detector and its dataset as one resource. */
final class DetectorExport {
  static final String ID = "Detector";
  private static final String ROLE_ARN = "RoleArn";

  private final Blueprint blueprint;

  DetectorExport(Blueprint blueprint) {
    this.blueprint = blueprint;
  }

  ObjectNode resource() {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata.put("Name", blueprint.name());
    metadata.put("Activation", blueprint.activation().word());
    ObjectNode properties = SdkDocument.write(blueprint.detector());
    TemplateWriter.move(properties, metadata, "Tags");
    ObjectNode dataset = SdkDocument.write(blueprint.dataset());
    ObjectNode unknown = JsonNodeFactory.instance.objectNode();
    TemplateWriter.move(dataset, unknown, "Tags", "DimensionFilterList");
    if (dataset.path("MetricSource") instanceof ObjectNode source) {
      source(dataset, source, unknown);
    }
    if (!unknown.isEmpty()) {
      metadata.set("MetricSet", unknown);
    }
    properties.putArray("MetricSetList").add(dataset);
    return TemplateWriter.resource(DetectorImport.TYPE, properties, metadata);
  }

  private static void source(ObjectNode dataset, ObjectNode source, ObjectNode unknown) {
    if (source.has("AthenaSourceConfig") || source.findValue("BackTestConfiguration") != null) {
      unknown.set("MetricSource", dataset.remove("MetricSource"));
      dataset.putObject("MetricSource");
      return;
    }
    JsonNode cloudWatch = source.remove("CloudWatchConfig");
    if (cloudWatch != null) {
      source.set("CloudwatchConfig", cloudWatch); // spelled so in templates
    }
    if (source.path("S3SourceConfig") instanceof ObjectNode s3 && !s3.has(ROLE_ARN)) {
      s3.set(ROLE_ARN, TemplateWriter.arnOf(RoleExport.READING));
    }
  }
}
