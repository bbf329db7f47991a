package dev.tidewatch.setup.cloudformation;

import dev.tidewatch.setup.blueprint.AlertBlueprint;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.Imported;
import dev.tidewatch.setup.blueprint.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes blueprints of a CloudFormation template. */
public final class TemplateImport {
  private final Template template;
  private final Answers answers;

  private TemplateImport(Template template, Answers answers) {
    this.template = template;
    this.answers = answers;
  }

  /**
   * Reads a template.
   *
   * @throws InvalidTemplate when it is none
   */
  public static TemplateImport of(Path file, Answers answers) {
    return new TemplateImport(TemplateFile.read(file), answers);
  }

  /** The same of a text. */
  public static TemplateImport of(String text, String name, Answers answers) {
    return new TemplateImport(TemplateFile.read(text, name), answers);
  }

  /**
   * The logical ids of the detectors that are there.
   *
   * @throws InvalidTemplate when there is none
   */
  public List<String> detectors() {
    Findings findings = new Findings();
    Expressions expressions = new Expressions(template, answers, findings);
    List<String> detectors =
        new Resources(template, expressions, findings).live(DetectorImport.TYPE);
    if (detectors.isEmpty()) {
      findings.problem("Resources", "has no " + DetectorImport.TYPE + " whose condition holds");
    }
    findings.check(template.name());
    return detectors;
  }

  /**
   * One detector with its alerts and their topics.
   *
   * @param id its logical id
   * @throws InvalidTemplate telling all that is wrong or cannot be told
   * @throws dev.tidewatch.metricset.yaml.InvalidYamlFile when it is no detector that can be
   */
  public Imported read(String id) {
    Findings findings = new Findings();
    Expressions expressions = new Expressions(template, answers, findings);
    expressions.parameters().check();
    Resources resources = new Resources(template, expressions, findings);
    if (!resources.live(DetectorImport.TYPE).contains(id)) {
      findings.problem("Resources." + id, "is no " + DetectorImport.TYPE + " that is there");
      findings.check(template.name());
    }
    Optional<Blueprint> blueprint = read(id, expressions, findings, resources);
    resources.tellLeftOut();
    findings.tellSettled();
    findings.check(template.name());
    return Imported.of(
        blueprint.orElseThrow(() -> new IllegalStateException("no detector, and no problem")),
        findings.said(),
        template.name() + " as YAML");
  }

  /**
   * Tells values that none of the detectors read asked for.
   *
   * @throws InvalidTemplate when there are such
   */
  public void checkAnswers() {
    Findings findings = new Findings();
    answers.unused().forEach(key -> findings.problem("--set " + key, "nothing asks for it"));
    findings.check(template.name());
  }

  private Optional<Blueprint> read(
      String id, Expressions expressions, Findings findings, Resources resources) {
    resources.take(id);
    DetectorImport detector = new DetectorImport(template, expressions, findings, id);
    TopicImport topicImport = new TopicImport(template, expressions, findings, resources);
    AlertImport alertImport = new AlertImport(template, expressions, findings, topicImport);
    List<AlertBlueprint> alerts = new ArrayList<>();
    Set<String> told = new LinkedHashSet<>();
    for (String alert : resources.live(AlertImport.TYPE)) {
      if (alertImport.belongs(alert, detector)) {
        resources.take(alert);
        alertImport.topicId(alert).ifPresent(told::add);
        alertImport.read(alert).ifPresent(alerts::add);
      }
    }
    List<Topic> topics = told.stream().flatMap(topic -> topicImport.read(topic).stream()).toList();
    try {
      return detector.blueprint(alerts, topics);
    } catch (IllegalArgumentException twice) {
      findings.problem("Resources", String.valueOf(twice.getMessage()));
      return Optional.empty();
    }
  }
}
