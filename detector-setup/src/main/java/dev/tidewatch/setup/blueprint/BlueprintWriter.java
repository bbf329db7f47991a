package dev.tidewatch.setup.blueprint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAlertRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionFilter;
import software.amazon.awssdk.services.lookoutmetrics.model.Filter;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;

/**
 * Writes the file of a blueprint that has no stream: what is read from it again is equal. For
 * detectors that came from elsewhere.
 */
public final class BlueprintWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private BlueprintWriter() {}

  /** The file's text, in the order in which people read it. */
  public static String write(Blueprint blueprint) {
    Map<String, Object> file = new LinkedHashMap<>();
    CreateMetricSetRequest dataset = blueprint.dataset();
    file.put("name", blueprint.name());
    if (dataset.timestampColumn() != null) {
      file.put("timestamp", timestamp(dataset));
    }
    if (dataset.hasDimensionList()) {
      file.put("dimensions", dataset.dimensionList());
    }
    file.put("measures", dataset.metricList().stream().map(BlueprintWriter::measure).toList());
    file.put("interval", dataset.metricSetFrequencyAsString());
    file.put("detector", detector(blueprint));
    if (!blueprint.alerts().isEmpty()) {
      file.put("alerts", blueprint.alerts().stream().map(BlueprintWriter::alert).toList());
    }
    if (!blueprint.topics().isEmpty()) {
      file.put("topics", blueprint.topics().stream().map(BlueprintWriter::topic).toList());
    }
    DumpSettings settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(120).build();
    return new Dump(settings).dumpToString(file);
  }

  private static Map<String, Object> timestamp(CreateMetricSetRequest dataset) {
    Map<String, Object> timestamp = new LinkedHashMap<>();
    timestamp.put("column", dataset.timestampColumn().columnName());
    timestamp.put("format", dataset.timestampColumn().columnFormat());
    put(timestamp, "zone", dataset.timezone());
    return timestamp;
  }

  private static Object measure(Metric metric) {
    Map<String, Object> measure = new LinkedHashMap<>();
    measure.put("name", metric.metricName());
    measure.put("aggregation", metric.aggregationFunctionAsString());
    return measure;
  }

  private static Map<String, Object> detector(Blueprint blueprint) {
    CreateAnomalyDetectorRequest request = blueprint.detector();
    Map<String, Object> detector = new LinkedHashMap<>();
    detector.put("name", request.anomalyDetectorName());
    put(detector, "description", request.anomalyDetectorDescription());
    detector.put("activation", blueprint.activation().word());
    put(detector, "kmsKey", request.kmsKeyArn());
    tags(detector, request.tags());
    detector.put("dataset", dataset(blueprint.dataset()));
    return detector;
  }

  private static Map<String, Object> dataset(CreateMetricSetRequest request) {
    Map<String, Object> dataset = new LinkedHashMap<>();
    dataset.put("name", request.metricSetName());
    put(dataset, "description", request.metricSetDescription());
    Optional.ofNullable(request.offset())
        .ifPresent(seconds -> dataset.put("offset", Duration.ofSeconds(seconds).toString()));
    if (request.timestampColumn() == null) {
      put(dataset, "timezone", request.timezone());
    }
    if (request.hasDimensionFilterList()) {
      Map<String, Object> filters = new LinkedHashMap<>();
      request
          .dimensionFilterList()
          .forEach(
              filter ->
                  filters.put(
                      filter.name(),
                      filter.filterList().stream().map(Filter::dimensionValue).toList()));
      dataset.put("filters", filters);
    }
    Map<String, Object> namespaces = new LinkedHashMap<>();
    request
        .metricList()
        .forEach(metric -> put(namespaces, metric.metricName(), metric.namespace()));
    if (!namespaces.isEmpty()) {
      dataset.put("namespaces", namespaces);
    }
    tags(dataset, request.tags());
    dataset.put("source", SourceText.of(request.metricSource()));
    return dataset;
  }

  private static Map<String, Object> alert(AlertBlueprint blueprint) {
    CreateAlertRequest request = blueprint.request();
    Map<String, Object> alert = new LinkedHashMap<>();
    alert.put("name", request.alertName());
    put(alert, "description", request.alertDescription());
    Optional.ofNullable(request.alertSensitivityThreshold())
        .ifPresent(threshold -> alert.put("threshold", threshold));
    if (request.alertFilters() != null && request.alertFilters().hasMetricList()) {
      alert.put("measures", request.alertFilters().metricList());
    }
    if (request.alertFilters() != null && request.alertFilters().hasDimensionFilterList()) {
      alert.put("dimensions", dimensions(request.alertFilters().dimensionFilterList()));
    }
    tags(alert, request.tags());
    if (request.action().lambdaConfiguration() != null) {
      Map<String, Object> lambda = new LinkedHashMap<>();
      lambda.put("function", request.action().lambdaConfiguration().lambdaArn());
      put(lambda, "role", request.action().lambdaConfiguration().roleArn());
      alert.put("lambda", lambda);
    } else {
      Map<String, Object> sns = new LinkedHashMap<>();
      put(
          sns,
          "topic",
          blueprint.topic().orElse(request.action().snsConfiguration().snsTopicArn()));
      put(sns, "format", request.action().snsConfiguration().snsFormatAsString());
      put(sns, "role", request.action().snsConfiguration().roleArn());
      alert.put("sns", sns);
    }
    return alert;
  }

  private static Map<String, Object> dimensions(List<DimensionFilter> filters) {
    Map<String, Object> dimensions = new LinkedHashMap<>();
    filters.forEach(filter -> dimensions.put(filter.dimensionName(), filter.dimensionValueList()));
    return dimensions;
  }

  private static Map<String, Object> topic(Topic topic) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("name", topic.name());
    topic.displayName().ifPresent(name -> text.put("displayName", name));
    topic.kmsKey().ifPresent(key -> text.put("kmsKey", key));
    if (!topic.subscriptions().isEmpty()) {
      text.put(
          "subscribers",
          topic.subscriptions().stream().map(BlueprintWriter::subscription).toList());
    }
    return text;
  }

  private static Map<String, Object> subscription(Subscription subscription) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("protocol", subscription.to().protocol());
    text.put("endpoint", subscription.to().endpoint());
    subscription.filterPolicy().ifPresent(policy -> text.put("filter", plain(policy)));
    if (subscription.raw()) {
      text.put("raw", true);
    }
    return text;
  }

  private static Object plain(String json) {
    try {
      return JSON.readValue(json, Object.class);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a filter policy is JSON", impossible);
    }
  }

  private static void tags(Map<String, Object> to, @Nullable Map<String, String> tags) {
    if (tags != null && !tags.isEmpty()) {
      to.put("tags", tags);
    }
  }

  private static void put(Map<String, Object> to, String key, @Nullable String value) {
    if (value != null) {
      to.put(key, value);
    }
  }
}
