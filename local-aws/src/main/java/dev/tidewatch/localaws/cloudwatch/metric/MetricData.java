package dev.tidewatch.localaws.cloudwatch.metric;

import dev.tidewatch.localaws.protocol.Input;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads what PutMetricData brings. */
public final class MetricData {
  private static final int MOST = 1_000;

  private MetricData() {}

  /** All data of a request; one that breaks the rules lets all be refused. */
  public static List<Datum> read(Input input, Instant now) {
    String namespace = input.required("Namespace");
    if (!namespace.matches("[^:].{0,254}")) {
      throw MetricErrors.invalid(
          "The parameter Namespace is 1 to 255 characters without a colon before.");
    }
    if (namespace.startsWith("AWS/")) {
      throw MetricErrors.invalid("The value AWS/ for parameter Namespace is invalid.");
    }
    List<Input> given = new ArrayList<>(input.list("MetricData"));
    input.list("EntityMetricData").forEach(entity -> given.addAll(entity.list("MetricData")));
    if (given.isEmpty()) {
      throw MetricErrors.missing("The parameter MetricData is required.");
    }
    if (given.size() > MOST) {
      throw MetricErrors.invalid(
          "The collection MetricData must not have a size greater than " + MOST + ".");
    }
    return given.stream().map(datum -> Datum.of(namespace, datum, now)).toList();
  }
}
