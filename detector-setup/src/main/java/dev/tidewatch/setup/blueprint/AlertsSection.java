package dev.tidewatch.setup.blueprint;

import dev.tidewatch.metricset.Alert;
import dev.tidewatch.metricset.Dimension;
import dev.tidewatch.metricset.Measure;
import dev.tidewatch.metricset.yaml.AlertSection;
import dev.tidewatch.metricset.yaml.YamlMapping;
import dev.tidewatch.metricset.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.Action;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertFilters;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAlertRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionFilter;
import software.amazon.awssdk.services.lookoutmetrics.model.LambdaConfiguration;
import software.amazon.awssdk.services.lookoutmetrics.model.SNSConfiguration;

/** The section {@code alerts}, and the alert of the short section {@code alert} (contract 7.1). */
final class AlertsSection {
  private static final List<String> KEYS =
      List.of(
          "name", "description", "threshold", "measures", "dimensions", "tags", "sns", "lambda");
  private static final List<String> SNS_KEYS = List.of("topic", "format", "role");
  private static final List<String> LAMBDA_KEYS = List.of("function", "role");
  private static final List<String> FORMATS = List.of("JSON", "LONG_TEXT", "SHORT_TEXT");
  private static final int MAX_ALERTS = 10;
  private static final int MAX_MEASURES = 5;
  private static final int MAX_DIMENSIONS = 5;
  private static final int MAX_DIMENSION_VALUES = 10;

  private final List<String> dimensions;
  private final List<String> measures;
  private final List<Topic> topics;
  private final String detector;

  AlertsSection(
      List<Dimension> dimensions, List<Measure> measures, List<Topic> topics, String detector) {
    this.dimensions = dimensions.stream().map(Dimension::name).toList();
    this.measures = measures.stream().map(Measure::name).toList();
    this.topics = topics;
    this.detector = detector;
  }

  List<AlertBlueprint> read(YamlMapping file) {
    List<AlertBlueprint> alerts = new ArrayList<>();
    file.optional("alert").flatMap(AlertSection::read).map(this::of).ifPresent(alerts::add);
    file
        .optional("alerts")
        .flatMap(value -> value.list(0, MAX_ALERTS, "List them as in [{name: oncall, …}]"))
        .orElse(List.of())
        .stream()
        .flatMap(value -> value.mapping(KEYS).stream())
        .forEach(
            keys ->
                alert(keys)
                    .ifPresent(
                        alert ->
                            Texts.addNamed(
                                alerts, alert, AlertBlueprint::name, keys.place(), "alerts")));
    return alerts;
  }

  private AlertBlueprint of(Alert alert) {
    CreateAlertRequest request =
        CreateAlertRequest.builder()
            .alertName(
                detector.length() > 57 ? detector.substring(0, 57) + "-alert" : detector + "-alert")
            .alertSensitivityThreshold(alert.threshold())
            .action(action(SNSConfiguration.builder().snsFormat("JSON").build()))
            .build();
    return new AlertBlueprint(request, Optional.of(alert.topic()));
  }

  private static Action action(SNSConfiguration sns) {
    return Action.builder().snsConfiguration(sns).build();
  }

  private Optional<AlertBlueprint> alert(YamlMapping keys) {
    Optional<String> name = keys.required("name", "name: oncall").flatMap(Texts::name);
    CreateAlertRequest.Builder request =
        CreateAlertRequest.builder()
            .alertSensitivityThreshold(
                keys.optional("threshold")
                    .flatMap(value -> value.wholeNumber(0, 100))
                    .orElse(Alert.DEFAULT_THRESHOLD));
    keys.optional("description").flatMap(Texts::description).ifPresent(request::alertDescription);
    filters(keys).ifPresent(request::alertFilters);
    BlueprintReader.notEmpty(Texts.tags(keys)).ifPresent(request::tags);
    Optional<YamlValue> sns = keys.optional("sns");
    Optional<YamlValue> lambda = keys.optional("lambda");
    if (sns.isPresent() == lambda.isPresent()) {
      keys.place()
          .problem(
              sns.isPresent()
                  ? "has both 'sns' and 'lambda'"
                  : "tells nobody: no 'sns', no 'lambda'",
              "Give it exactly one, for example sns: {topic: anomalies}");
      return Optional.empty();
    }
    Optional<String> topic = sns.flatMap(value -> sns(value, request));
    lambda.ifPresent(value -> lambda(value, request));
    return name.filter(known -> request.build().action() != null)
        .map(known -> new AlertBlueprint(request.alertName(known).build(), topic));
  }

  private Optional<AlertFilters> filters(YamlMapping keys) {
    List<String> measures = keys.optional("measures").map(this::measures).orElse(List.of());
    Map<String, List<String>> values =
        DimensionValues.read(
            keys.optional("dimensions"), dimensions, MAX_DIMENSIONS, MAX_DIMENSION_VALUES);
    if (measures.isEmpty() && values.isEmpty()) {
      return Optional.empty();
    }
    AlertFilters.Builder filters = AlertFilters.builder();
    if (!measures.isEmpty()) {
      filters.metricList(measures);
    }
    if (!values.isEmpty()) {
      filters.dimensionFilterList(
          values.entrySet().stream()
              .map(
                  entry ->
                      DimensionFilter.builder()
                          .dimensionName(entry.getKey())
                          .dimensionValueList(entry.getValue())
                          .build())
              .toList());
    }
    return Optional.of(filters.build());
  }

  private List<String> measures(YamlValue section) {
    return section
        .list(1, MAX_MEASURES, "List the measures that alert, as in [revenue]")
        .orElse(List.of())
        .stream()
        .flatMap(value -> Texts.word(value, "measure", measures).stream())
        .toList();
  }

  /** The name of the file's topic that is told, if it is one of those. */
  private Optional<String> sns(YamlValue section, CreateAlertRequest.Builder request) {
    Optional<YamlMapping> keys = section.mapping(SNS_KEYS);
    SNSConfiguration.Builder sns = SNSConfiguration.builder();
    keys.flatMap(Texts::role).ifPresent(sns::roleArn);
    sns.snsFormat(
        keys.flatMap(mapping -> mapping.optional("format"))
            .flatMap(value -> Texts.word(value, "format", FORMATS))
            .orElse("JSON"));
    Optional<YamlValue> written =
        keys.flatMap(mapping -> mapping.required("topic", "topic: anomalies"));
    Optional<String> topic = written.flatMap(value -> value.text("Name the topic"));
    if (topic.isEmpty()) {
      return Optional.empty();
    }
    if (topic.get().startsWith("arn:")) {
      Optional<String> arn =
          written.flatMap(
              value -> Texts.arn(value, "sns", "arn:aws:sns:us-east-1:123456789012:anomalies"));
      arn.ifPresent(known -> request.action(action(sns.snsTopicArn(known).build())));
      return Optional.empty();
    }
    return written
        .flatMap(value -> Texts.word(value, "topic of this file", names()))
        .map(
            known -> {
              request.action(action(sns.build()));
              return known;
            });
  }

  private List<String> names() {
    return topics.stream().map(Topic::name).toList();
  }

  private static void lambda(YamlValue section, CreateAlertRequest.Builder request) {
    section
        .mapping(LAMBDA_KEYS)
        .ifPresent(
            keys -> {
              LambdaConfiguration.Builder lambda = LambdaConfiguration.builder();
              Texts.role(keys).ifPresent(lambda::roleArn);
              keys.required(
                      "function", "function: arn:aws:lambda:us-east-1:123456789012:function:f")
                  .flatMap(
                      value ->
                          Texts.arn(
                              value, "lambda", "arn:aws:lambda:us-east-1:123456789012:function:f"))
                  .ifPresent(
                      arn ->
                          request.action(
                              action -> action.lambdaConfiguration(lambda.lambdaArn(arn).build())));
            });
  }
}
