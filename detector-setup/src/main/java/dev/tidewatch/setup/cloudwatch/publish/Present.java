package dev.tidewatch.setup.cloudwatch.publish;

import dev.tidewatch.setup.aws.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** Asks CloudWatch which values it has. */
final class Present {
  /** How many queries a request may hold. */
  private static final int MOST_QUERIES = 500;

  /** All values of an interval bear its start, and no interval is shorter. */
  private static final Duration PERIOD = Duration.ofMinutes(5);

  private final String namespace;
  private final CloudWatchClient cloudWatch;
  private final Patience patience;

  Present(String namespace, CloudWatchClient cloudWatch, Patience patience) {
    this.namespace = namespace;
    this.cloudWatch = cloudWatch;
    this.patience = patience;
  }

  /** Those of which CloudWatch has a value at an interval's start. */
  Set<Datum> of(Instant start, List<Datum> data) {
    Set<Datum> present = new HashSet<>();
    for (int first = 0; first < data.size(); first += MOST_QUERIES) {
      List<Datum> some = data.subList(first, Math.min(data.size(), first + MOST_QUERIES));
      patience.call(() -> ask(start, some)).forEach(index -> present.add(some.get(index)));
    }
    return present;
  }

  private List<Integer> ask(Instant start, List<Datum> data) {
    List<MetricDataQuery> queries =
        IntStream.range(0, data.size()).mapToObj(index -> query(index, data.get(index))).toList();
    return cloudWatch
        .getMetricDataPaginator(
            ask -> ask.startTime(start).endTime(start.plus(PERIOD)).metricDataQueries(queries))
        .metricDataResults()
        .stream()
        .filter(result -> result.values().stream().anyMatch(samples -> samples > 0))
        .map(result -> Integer.valueOf(result.id().substring(1)))
        .toList();
  }

  private MetricDataQuery query(int index, Datum datum) {
    return MetricDataQuery.builder()
        .id("q" + index)
        .metricStat(
            stat ->
                stat.metric(
                        metric ->
                            metric
                                .namespace(namespace)
                                .metricName(datum.series().measure())
                                .dimensions(datum.dimensions()))
                    .period(Math.toIntExact(PERIOD.toSeconds()))
                    .stat("SampleCount"))
        .build();
  }
}
