package dev.tidewatch.localaws.cloudwatch.detector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.cloudwatch.metric.Metric;
import dev.tidewatch.localaws.cloudwatch.metric.MetricErrors;
import dev.tidewatch.localaws.cloudwatch.metric.Statistic;
import dev.tidewatch.localaws.cloudwatch.query.MetricQueries;
import dev.tidewatch.localaws.cloudwatch.query.MetricQuery;
import dev.tidewatch.localaws.protocol.Input;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a detector watches; two that watch the same are one. */
sealed interface Subject {
  /** AWS's name of the kind. */
  String type();

  Stream<Metric> metrics();

  /** Whether a detector of this learns what is expected of such a query. */
  boolean concerns(MetricQuery query);

  void write(ObjectNode json);

  /** One statistic of a metric. */
  record Single(Metric metric, Statistic statistic) implements Subject {
    @Override
    public String type() {
      return "SINGLE_METRIC";
    }

    @Override
    public Stream<Metric> metrics() {
      return Stream.of(metric);
    }

    @Override
    public boolean concerns(MetricQuery query) {
      return query
          .metricStat()
          .filter(stat -> stat.metric().equals(metric) && stat.statistic().equals(statistic))
          .isPresent();
    }

    // Under its own name, and where older clients look for it.
    @Override
    public void write(ObjectNode json) {
      ObjectNode own = metric.json().put("Stat", statistic.name());
      json.setAll(own);
      json.set("SingleMetricAnomalyDetector", own.deepCopy());
    }
  }

  /** An expression over metrics. */
  record Combined(MetricQueries queries) implements Subject {
    public Combined {
      if (queries.returned().size() != 1) {
        throw MetricErrors.validation(
            "Exactly one of the MetricDataQueries is to return data, not "
                + queries.returned().size()
                + ".");
      }
    }

    @Override
    public String type() {
      return "METRIC_MATH";
    }

    @Override
    public Stream<Metric> metrics() {
      return queries.queries().stream()
          .flatMap(query -> query.metricStat().stream())
          .map(stat -> stat.metric());
    }

    @Override
    public boolean concerns(MetricQuery query) {
      return queries.returned().get(0).expression().equals(query.expression());
    }

    @Override
    public void write(ObjectNode json) {
      json.putObject("MetricMathAnomalyDetector").set("MetricDataQueries", queries.json());
    }
  }

  /** Reads and checks which one a request is about. */
  static Subject of(Input input) {
    Optional<Input> single = input.object("SingleMetricAnomalyDetector");
    Optional<Input> math = input.object("MetricMathAnomalyDetector");
    boolean flat =
        List.of("Namespace", "MetricName", "Stat").stream()
            .anyMatch(name -> input.text(name).isPresent());
    if ((single.isPresent() ? 1 : 0) + (math.isPresent() ? 1 : 0) + (flat ? 1 : 0) > 1) {
      throw MetricErrors.combination(
          "A request is about one of SingleMetricAnomalyDetector, MetricMathAnomalyDetector and, by"
              + " the older parameters, a metric.");
    }
    if (math.isPresent()) {
      return new Combined(MetricQueries.of(math.get(), "MetricDataQueries"));
    }
    Input metric = single.orElse(input);
    return new Single(Metric.of(metric), new Statistic(metric.required("Stat")));
  }

  /** Whether it is what a description is asked of. */
  default boolean fits(Input asked) {
    Map<String, String> dimensions = Metric.dimensions(asked);
    return metrics()
        .anyMatch(
            metric ->
                asked.text("Namespace").filter(n -> !n.equals(metric.namespace())).isEmpty()
                    && asked.text("MetricName").filter(n -> !n.equals(metric.name())).isEmpty()
                    && metric.has(dimensions));
  }
}
