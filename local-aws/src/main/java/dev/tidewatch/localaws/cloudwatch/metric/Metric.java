package dev.tidewatch.localaws.cloudwatch.metric;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.protocol.Input;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is measured: the same name with other dimensions is another metric. */
public record Metric(String namespace, String name, SortedMap<String, String> dimensions)
    implements Comparable<Metric> {
  private static final int MOST_DIMENSIONS = 30;
  private static final Comparator<Metric> ORDER =
      Comparator.comparing(Metric::namespace)
          .thenComparing(Metric::name)
          .thenComparing(metric -> metric.dimensions().toString());

  public Metric {
    requireNonNull(namespace, "namespace");
    requireNonNull(name, "name");
    dimensions = new TreeMap<>(dimensions);
  }

  /** Reads and checks {@code MetricName} and {@code Dimensions}. */
  public static Metric of(String namespace, Input input) {
    String name = input.required("MetricName");
    if (name.length() > 255) {
      throw invalid("The parameter MetricName is 1 to 255 characters.");
    }
    return new Metric(namespace, name, dimensions(input));
  }

  /** Reads and checks {@code Namespace}, {@code MetricName} and {@code Dimensions}. */
  public static Metric of(Input input) {
    return of(input.required("Namespace"), input);
  }

  @Override
  public SortedMap<String, String> dimensions() {
    return new TreeMap<>(dimensions);
  }

  /** Whether every one of these dimensions is among its own. */
  public boolean has(Map<String, String> some) {
    return dimensions.entrySet().containsAll(some.entrySet());
  }

  /** As answers have it. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("Namespace", namespace).put("MetricName", name);
    json.set("Dimensions", dimensionsJson());
    return json;
  }

  public ArrayNode dimensionsJson() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    dimensions.forEach((key, value) -> list.addObject().put("Name", key).put("Value", value));
    return list;
  }

  @Override
  public int compareTo(Metric other) {
    return ORDER.compare(this, other);
  }

  /** Reads and checks {@code Dimensions}. */
  public static SortedMap<String, String> dimensions(Input input) {
    SortedMap<String, String> dimensions = new TreeMap<>();
    for (Input dimension : input.list("Dimensions")) {
      String name = dimension.required("Name");
      String value = dimension.required("Value");
      if (name.length() > 255 || value.length() > 1024 || name.startsWith(":")) {
        throw invalid(
            "A dimension's name is 1 to 255 characters without a colon before, its value 1 to 1024,"
                + " not '"
                + name
                + "'.");
      }
      if (dimensions.put(name, value) != null) {
        throw invalid("No dimension may be there twice, as '" + name + "' is.");
      }
    }
    if (dimensions.size() > MOST_DIMENSIONS) {
      throw invalid(
          "The collection Dimensions must not have a size greater than " + MOST_DIMENSIONS + ".");
    }
    return dimensions;
  }

  private static RuntimeException invalid(String why) {
    return MetricErrors.invalid(why);
  }
}
