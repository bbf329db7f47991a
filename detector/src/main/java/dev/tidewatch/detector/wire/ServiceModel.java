package dev.tidewatch.detector.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** AWS's published service model: the operations and the shapes of what they take. */
public final class ServiceModel {
  private static final String RESOURCE = "lookoutmetrics-2017-07-25.service-2.json";

  private final Map<String, OperationModel> operations;
  private final Map<String, Shape> shapes;
  private final Map<String, Integer> errorStatuses;

  private ServiceModel(
      Map<String, OperationModel> operations,
      Map<String, Shape> shapes,
      Map<String, Integer> errorStatuses) {
    this.operations = Collections.unmodifiableMap(operations);
    this.shapes = Map.copyOf(shapes);
    this.errorStatuses = Map.copyOf(errorStatuses);
  }

  /** Reads the model that is part of this program. */
  public static ServiceModel load() {
    JsonNode document = document();
    Map<String, OperationModel> operations = new TreeMap<>();
    document
        .get("operations")
        .properties()
        .forEach(entry -> operations.put(entry.getKey(), operation(entry.getValue())));
    ShapeReader reader = new ShapeReader(document.get("shapes"));
    Map<String, Shape> shapes = new HashMap<>();
    operations.values().forEach(each -> shapes.put(each.input(), reader.shape(each.input())));
    return new ServiceModel(operations, shapes, errorStatuses(document.get("shapes")));
  }

  /** All operations, by name. */
  public Collection<OperationModel> operations() {
    return operations.values();
  }

  /** The operation of that exact name. */
  public Optional<OperationModel> operation(String name) {
    return Optional.ofNullable(operations.get(name));
  }

  /** HTTP status by name of exception, from appendix A.4 of the contract. */
  public Map<String, Integer> errorStatuses() {
    return errorStatuses;
  }

  Shape input(OperationModel operation) {
    return Objects.requireNonNull(shapes.get(operation.input()), operation.input());
  }

  private static OperationModel operation(JsonNode operation) {
    JsonNode http = operation.get("http");
    Set<String> errors = new LinkedHashSet<>();
    operation.get("errors").forEach(error -> errors.add(error.get("shape").asText()));
    return new OperationModel(
        operation.get("name").asText(),
        http.get("method").asText(),
        http.get("requestUri").asText(),
        http.path("responseCode").asInt(200),
        operation.get("input").get("shape").asText(),
        operation.get("output").get("shape").asText(),
        errors);
  }

  private static Map<String, Integer> errorStatuses(JsonNode shapes) {
    Map<String, Integer> statuses = new HashMap<>();
    shapes
        .properties()
        .forEach(
            entry -> {
              JsonNode status = entry.getValue().path("error").path("httpStatusCode");
              if (status.isInt()) {
                statuses.put(entry.getKey(), status.asInt());
              }
            });
    return statuses;
  }

  private static JsonNode document() {
    try (InputStream in = ServiceModel.class.getResourceAsStream(RESOURCE)) {
      return JsonMapper.builder().build().readTree(Objects.requireNonNull(in, RESOURCE));
    } catch (IOException e) {
      throw new UncheckedIOException("Could not read " + RESOURCE, e);
    }
  }
}
