package dev.tidewatch.setup.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tidewatch.setup.blueprint.Activation;
import dev.tidewatch.setup.blueprint.AlertBlueprint;
import dev.tidewatch.setup.blueprint.Blueprint;
import dev.tidewatch.setup.blueprint.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;

/** Makes a detector and its dataset of an {@code AWS::LookoutMetrics::AnomalyDetector}. */
final class DetectorImport {
  static final String TYPE = "AWS::LookoutMetrics::AnomalyDetector";
  static final String NAME = "AnomalyDetectorName";
  private static final String CONFIG = "AnomalyDetectorConfig";
  private static final String FREQUENCY = "AnomalyDetectorFrequency";
  private static final List<String> SOURCES =
      List.of(
          "S3SourceConfig",
          "CloudWatchConfig",
          "AthenaSourceConfig",
          "RDSSourceConfig",
          "RedshiftSourceConfig",
          "AppFlowConfig");
  private static final List<String> LISTS_OF_ONE =
      List.of("TemplatedPathList", "HistoricalDataPathList");

  private final Template template;
  private final Findings findings;
  private final String id;
  private final ObjectNode detector;
  private final ObjectNode dataset;
  private final String path;

  DetectorImport(Template template, Expressions expressions, Findings findings, String id) {
    this.template = template;
    this.findings = findings;
    this.id = id;
    this.detector =
        Properties.of(template, expressions, id, template.resource(id).path("Properties"));
    this.path = Template.properties(id) + ".MetricSetList[0]";
    this.dataset = dataset(detector);
  }

  private ObjectNode dataset(ObjectNode properties) {
    JsonNode list = properties.path("MetricSetList");
    for (int i = 1; i < list.size(); i++) {
      findings.leftOut(
          Template.properties(id) + ".MetricSetList[" + i + "]", "a detector has one dataset");
    }
    if (!(list.path(0) instanceof ObjectNode first)) {
      findings.problem(place(Template.properties(id)), "MetricSetList is missing");
      return JsonNodeFactory.instance.objectNode();
    }
    if (properties.remove("MetricSet") instanceof ObjectNode more) {
      first.setAll(more);
    }
    if (first.path("MetricSource") instanceof ObjectNode source) {
      renameCloudWatch(source);
      cutLists(source.path("S3SourceConfig"));
    }
    return first;
  }

  private static void renameCloudWatch(ObjectNode source) {
    JsonNode spelledAsInTemplates = source.remove("CloudwatchConfig");
    if (spelledAsInTemplates != null) {
      source.set("CloudWatchConfig", spelledAsInTemplates);
    }
  }

  private void cutLists(JsonNode s3) {
    for (String list : LISTS_OF_ONE) {
      for (int i = 1; i < s3.path(list).size(); i++) {
        findings.leftOut(
            path
                + ".MetricSource.S3SourceConfig."
                + list
                + "["
                + i
                + "] '"
                + s3.path(list).path(i).asText()
                + "'",
            "a dataset has one such path");
      }
      if (s3.path(list).size() > 1) {
        ((ObjectNode) s3).set(list, s3.path(list).path(0));
      }
    }
  }

  private String place(String of) {
    return template.place(of);
  }

  /** The detector's name: the template's, or its logical id. */
  String name() {
    return Optional.of(detector.path(NAME).asText())
        .filter(name -> !name.isEmpty())
        .orElseGet(
            () -> {
              findings.say(
                  "Resources." + id + " has no " + NAME + ": the detector is called " + id);
              return id;
            });
  }

  /** The whole, or nothing after problems were told. */
  Optional<Blueprint> blueprint(List<AlertBlueprint> alerts, List<Topic> topics) {
    String name = name();
    checkRequired();
    Optional<String> frequency = frequency();
    String fileName = text(detector.remove("Name")).orElse(name);
    Activation activation = activation(text(detector.remove("Activation")));
    ObjectNode own = detector.deepCopy();
    own.remove("MetricSetList");
    own.put(NAME, name);
    SdkDocument documents = new SdkDocument(findings);
    var detectorRequest =
        documents.read(own, CreateAnomalyDetectorRequest.builder(), Template.properties(id));
    var datasetRequest = documents.read(dataset, CreateMetricSetRequest.builder(), path);
    if (frequency.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Blueprint(
            fileName,
            detectorRequest
                .anomalyDetectorConfig(config -> config.anomalyDetectorFrequency(frequency.get()))
                .build(),
            datasetRequest.metricSetFrequency(frequency.get()).build(),
            activation,
            alerts,
            topics,
            Optional.empty()));
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.ofNullable(node).map(JsonNode::asText);
  }

  private void checkRequired() {
    require(dataset, path, "MetricSetName");
    require(dataset, path, "MetricList");
    require(dataset, path, "MetricSource");
    if (dataset.has("TimestampColumn")) {
      require(dataset.path("TimestampColumn"), path + ".TimestampColumn", "ColumnName");
      require(dataset.path("TimestampColumn"), path + ".TimestampColumn", "ColumnFormat");
    }
    JsonNode source = dataset.path("MetricSource");
    if (source.isObject() && SOURCES.stream().noneMatch(name -> source.path(name).isObject())) {
      findings.problem(place(path + ".MetricSource"), "has none of " + String.join(", ", SOURCES));
    }
    JsonNode s3 = source.path("S3SourceConfig");
    if (s3.isObject()) {
      require(s3, path + ".MetricSource.S3SourceConfig", "FileFormatDescriptor");
    }
  }

  private void require(JsonNode node, String of, String member) {
    JsonNode value = node.path(member);
    boolean empty = value.isNull() || (value.isTextual() && value.asText().isEmpty());
    if (value.isMissingNode() || empty) {
      findings.problem(place(of), member + " is missing");
    }
  }

  /** The one interval of the file. */
  private Optional<String> frequency() {
    String ofDetector = detector.path(CONFIG).path(FREQUENCY).asText();
    String ofDataset = dataset.path("MetricSetFrequency").asText();
    if (ofDataset.isEmpty() && ofDetector.isEmpty()) {
      findings.problem(place(Template.properties(id)), CONFIG + "." + FREQUENCY + " is missing");
      return Optional.empty();
    }
    if (!ofDataset.isEmpty() && !ofDetector.isEmpty() && !ofDataset.equals(ofDetector)) {
      findings.leftOut(
          place(Template.properties(id) + "." + CONFIG) + " " + ofDetector,
          "the file has one interval, and the dataset's is " + ofDataset);
    }
    return Optional.of(ofDataset.isEmpty() ? ofDetector : ofDataset);
  }

  /** CloudFormation does not say: what has only a past is a backtest, all else shall run. */
  private Activation activation(Optional<String> known) {
    Optional<Activation> written =
        Arrays.stream(Activation.values())
            .filter(activation -> activation.word().equals(known.orElse("")))
            .findFirst();
    if (written.isPresent()) {
      return written.get();
    }
    JsonNode source = dataset.path("MetricSource");
    JsonNode s3 = source.path("S3SourceConfig");
    JsonNode mode = source.findValue("RunBackTestMode");
    boolean backtest =
        mode == null
            ? s3.has("HistoricalDataPathList") && !s3.has("TemplatedPathList")
            : mode.asText().equals("true");
    Activation activation = backtest ? Activation.BACKTEST : Activation.CONTINUOUS;
    findings.say(
        "activation: "
            + activation.word()
            + (backtest
                ? ", as there is only a past to read"
                : ", as templates do not tell whether a detector runs; write 'none' to leave it"));
    return activation;
  }

  /** Whether an ARN is this detector's. */
  boolean isMeant(Optional<String> resource, JsonNode arn) {
    if (resource.isPresent()) {
      return resource.get().equals(id);
    }
    return arn.equals(TextNode.valueOf(arn.asText()))
        && arn.asText().endsWith(":AnomalyDetector:" + detector.path(NAME).asText());
  }
}
