package dev.tidewatch.localaws.cloudwatch.query;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tidewatch.localaws.cloudwatch.metric.MetricErrors;
import dev.tidewatch.localaws.protocol.Input;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Queries that may refer to each other. */
public record MetricQueries(List<MetricQuery> queries) {
  public MetricQueries {
    queries = List.copyOf(queries);
    Set<String> ids = new HashSet<>();
    for (MetricQuery query : queries) {
      if (!ids.add(query.id())) {
        throw MetricErrors.validation("The values for parameter id must be unique: " + query.id());
      }
    }
    for (MetricQuery query : queries) {
      query
          .parsedExpression()
          .ifPresent(
              expression -> {
                for (String id : expression.ids()) {
                  if (!ids.contains(id)) {
                    throw MetricErrors.validation(
                        "Error in expression '"
                            + query.id()
                            + "' [Undefined variable '"
                            + id
                            + "']");
                  }
                }
              });
    }
  }

  /** Reads and checks a list of queries. */
  public static MetricQueries of(Input input, String list) {
    return new MetricQueries(input.list(list).stream().map(MetricQuery::of).toList());
  }

  public Optional<MetricQuery> find(String id) {
    return queries.stream().filter(query -> query.id().equals(id)).findFirst();
  }

  public List<MetricQuery> returned() {
    return queries.stream().filter(MetricQuery::returned).toList();
  }

  /** The shortest of all metrics; a minute without any. */
  public Duration period() {
    return queries.stream()
        .flatMap(query -> query.metricStat().stream())
        .map(MetricStat::period)
        .min(Duration::compareTo)
        .orElse(Duration.ofMinutes(1));
  }

  /** As answers have it. */
  public ArrayNode json() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    queries.forEach(query -> list.add(query.json()));
    return list;
  }
}
