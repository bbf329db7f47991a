package dev.tidewatch.setup.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.setup.blueprint.AlertBlueprint;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Writes the CloudFormation template of a blueprint. What the schema has no place for goes to the
 * resources' metadata, from where {@link TemplateImport} reads it again.
 */
public final class TemplateWriter {
  private static final String ENDED =
      "AWS accepts no resources of the types AWS::LookoutMetrics::* since 2025-10-09.";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Blueprint blueprint;
  private final List<String> said = new ArrayList<>();
  private final ObjectNode resources = JsonNodeFactory.instance.objectNode();

  private TemplateWriter(Blueprint blueprint) {
    this.blueprint = blueprint;
  }

  /**
   * A template.
   *
   * @param document the template
   * @param said what people should know: what the schema has no place for
   */
  public record Exported(JsonNode document, List<String> said) {
    public Exported {
      said = List.copyOf(said);
    }

    /** As YAML, with a comment on what AWS does with it. */
    public String yaml() {
      DumpSettings settings =
          DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(120).build();
      Object plain = JSON.convertValue(document, Object.class);
      return "# " + ENDED + "\n" + new Dump(settings).dumpToString(plain);
    }

    /** As JSON, which knows no comments: the description tells it. */
    public String json() {
      return document.toPrettyString() + "\n";
    }
  }

  /** Writes it. */
  public static Exported write(Blueprint blueprint) {
    return new TemplateWriter(blueprint).template();
  }

  private Exported template() {
    ObjectNode template = JsonNodeFactory.instance.objectNode();
    template.put("AWSTemplateFormatVersion", "2010-09-09");
    template.put("Description", "Detector " + blueprint.name() + ". " + ENDED);
    template.set("Resources", resources);
    Map<String, String> topics = new LinkedHashMap<>();
    RoleExport roles = new RoleExport(blueprint);
    roles.addTo(resources);
    for (Topic topic : blueprint.topics()) {
      String id = unusedId("Topic", topic.name());
      topics.put(topic.name(), id);
      TopicExport.add(resources, id, topic);
    }
    DetectorExport detector = new DetectorExport(blueprint);
    resources.set(DetectorExport.ID, detector.resource());
    for (AlertBlueprint alert : blueprint.alerts()) {
      AlertExport export = new AlertExport(alert, topics);
      resources.set(unusedId("Alert", alert.name()), export.resource());
    }
    tellMetadata();
    blueprint
        .metricSet()
        .ifPresent(
            etl ->
                said.add(
                    "left out: stream, records, lateness and output, because they are the ETL"
                        + " job's, of which CloudFormation knows nothing"));
    return new Exported(template, said);
  }

  private String unusedId(String kind, String name) {
    String id = kind + name.replaceAll("[^A-Za-z0-9]", "");
    String free = id;
    for (int i = 2; resources.has(free); i++) {
      free = id + "x" + i;
    }
    return free;
  }

  private void tellMetadata() {
    said.add("# " + ENDED);
    resources
        .properties()
        .forEach(
            resource -> {
              JsonNode metadata = resource.getValue().path("Metadata").path(Properties.METADATA);
              List<String> names = new ArrayList<>();
              metadata.fieldNames().forEachRemaining(names::add);
              if (!names.isEmpty()) {
                said.add(
                    "in the metadata of "
                        + resource.getKey()
                        + ", as CloudFormation's schema has no place for it: "
                        + String.join(", ", names));
              }
            });
  }

  /** {@code {"Fn::GetAtt": [id, "Arn"]}}. */
  static ObjectNode arnOf(String id) {
    ObjectNode call = JsonNodeFactory.instance.objectNode();
    call.putArray("Fn::GetAtt").add(id).add("Arn");
    return call;
  }

  /** {@code {"Ref": id}}. */
  static ObjectNode ref(String id) {
    return JsonNodeFactory.instance.objectNode().put("Ref", id);
  }

  /** A resource; its metadata are left out where there are none. */
  static ObjectNode resource(String type, ObjectNode properties, ObjectNode metadata) {
    ObjectNode resource = JsonNodeFactory.instance.objectNode().put("Type", type);
    if (!metadata.isEmpty()) {
      resource.putObject("Metadata").set(Properties.METADATA, metadata);
    }
    resource.set("Properties", properties);
    return resource;
  }

  /** Moves members that the schema does not know. */
  static void move(ObjectNode from, ObjectNode to, String... members) {
    for (String member : members) {
      JsonNode value = from.remove(member);
      if (value != null) {
        to.set(member, value);
      }
    }
  }
}
