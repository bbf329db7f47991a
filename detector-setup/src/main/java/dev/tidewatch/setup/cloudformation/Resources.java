package dev.tidewatch.setup.cloudformation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The resources of a template: which of them are there, and which the file holds. */
final class Resources {
  private static final Set<String> TOLD_ELSEWHERE =
      Set.of("AWSTemplateFormatVersion", "Resources", "Parameters", "Conditions", "Mappings");

  private final Template template;
  private final Expressions expressions;
  private final Findings findings;
  private final Set<String> taken = new HashSet<>();

  Resources(Template template, Expressions expressions, Findings findings) {
    this.template = template;
    this.expressions = expressions;
    this.findings = findings;
  }

  /** The resources of a type whose condition holds. */
  List<String> live(String type) {
    return template.resources(type).stream().filter(this::isThere).toList();
  }

  /** Whether a resource's condition holds. */
  boolean isThere(String id) {
    String condition = template.resource(id).path("Condition").asText();
    try {
      return condition.isEmpty() || expressions.conditions().holds(condition);
    } catch (Unresolved unresolved) {
      findings.problem(
          template.place("Resources." + id + ".Condition"),
          String.valueOf(unresolved.getMessage()));
      return false;
    }
  }

  /** The file holds it. */
  void take(String id) {
    taken.add(id);
  }

  /** Tells what of the template the file does not hold. */
  void tellLeftOut() {
    template
        .root()
        .fieldNames()
        .forEachRemaining(
            section -> {
              if (section.equals("Outputs")) {
                template
                    .section(section)
                    .fieldNames()
                    .forEachRemaining(
                        name -> leftOut("Outputs." + name, "the file exports nothing"));
              } else if (!TOLD_ELSEWHERE.contains(section)) {
                leftOut(section, "the file has no place for it");
              }
            });
    tellUnused("Parameters");
    tellUnused("Conditions");
    template.section("Resources").fieldNames().forEachRemaining(this::tell);
  }

  private void tellUnused(String section) {
    template
        .section(section)
        .fieldNames()
        .forEachRemaining(
            name -> {
              String path = section + "." + name;
              if (!findings.isSettled(path)) {
                leftOut(path, "nothing of this detector depends on it");
              }
            });
  }

  private void leftOut(String path, String reason) {
    findings.leftOut(template.place(path), reason);
  }

  private void tell(String id) {
    if (!taken.contains(id)) {
      findings.leftOut(
          template.place("Resources." + id) + " (" + template.type(id) + ")", reason(id));
      return;
    }
    template
        .resource(id)
        .fieldNames()
        .forEachRemaining(
            attribute -> {
              boolean known = Set.of("Type", "Properties", "Condition").contains(attribute);
              if (!known && !isOurs(id, attribute)) {
                leftOut("Resources." + id + "." + attribute, "the file has no place for it");
              }
            });
  }

  private boolean isOurs(String id, String attribute) {
    return attribute.equals("Metadata")
        && template.resource(id).path("Metadata").size() == 1
        && template.resource(id).path("Metadata").has(Properties.METADATA);
  }

  /** Conditions of others are not looked at: they may depend on what nobody needs to know. */
  private String reason(String id) {
    boolean ours = Set.of(AlertImport.TYPE, DetectorImport.TYPE).contains(template.type(id));
    if (ours && !isThere(id)) {
      return "its condition " + template.resource(id).path("Condition").asText() + " does not hold";
    }
    return switch (template.type(id)) {
      case "AWS::S3::Bucket" ->
          "apply uses the bucket that the path names, and makes it where there is none";
      case References.ROLE, "AWS::IAM::Policy", "AWS::IAM::ManagedPolicy" ->
          "roles the file names must be there, and others are made by apply";
      case References.TOPIC -> "no alert of this detector tells it";
      case TopicImport.SUBSCRIPTION -> "it is of no topic of this file";
      case AlertImport.TYPE -> "it belongs to another detector";
      case DetectorImport.TYPE -> "it is another detector: choose it with --detector";
      default -> "it is no part of a detector";
    };
  }
}
