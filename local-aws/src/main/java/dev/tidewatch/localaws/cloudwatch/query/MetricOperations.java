package dev.tidewatch.localaws.cloudwatch.query;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.cloudwatch.anomaly.BandModel;
import dev.tidewatch.localaws.cloudwatch.metric.Metric;
import dev.tidewatch.localaws.cloudwatch.metric.MetricData;
import dev.tidewatch.localaws.cloudwatch.metric.MetricErrors;
import dev.tidewatch.localaws.cloudwatch.metric.MetricStore;
import dev.tidewatch.localaws.protocol.Input;
import dev.tidewatch.localaws.protocol.Paging;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The operations on metrics. */
public final class MetricOperations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int METRICS_A_PAGE = 500;
  private static final int MOST_QUERIES = 500;
  private static final int MOST_POINTS = 100_800;
  private static final Duration FORGOTTEN = Duration.ofDays(14);
  private static final Duration RECENT = Duration.ofHours(3);

  private final MetricStore store;
  private final Function<MetricQuery, BandModel> models;
  private final InstantSource clock;

  public MetricOperations(
      MetricStore store, Function<MetricQuery, BandModel> models, InstantSource clock) {
    this.store = requireNonNull(store, "store");
    this.models = requireNonNull(models, "models");
    this.clock = requireNonNull(clock, "clock");
  }

  public ObjectNode put(Input input) {
    store.add(MetricData.read(input, clock.instant()));
    return JSON.objectNode();
  }

  public ObjectNode data(Input input) {
    Instant start = time(input, "StartTime");
    Instant end = time(input, "EndTime");
    checkOrder(start, end);
    MetricQueries queries = MetricQueries.of(input, "MetricDataQueries");
    if (queries.queries().isEmpty() || queries.queries().size() > MOST_QUERIES) {
      throw MetricErrors.validation("MetricDataQueries are 1 to " + MOST_QUERIES + ".");
    }
    int most = input.whole("MaxDatapoints", 1, MOST_POINTS, MOST_POINTS);
    Evaluation evaluation = new Evaluation(store, models, queries, start, end);
    List<DataPage.Asked> lines = new ArrayList<>();
    for (MetricQuery query : queries.returned()) {
      lines.addAll(DataPage.lines(query, evaluation.answer(query.id())));
    }
    boolean descending = !input.text("ScanBy", "").equals("TimestampAscending");
    return DataPage.of(lines, descending, most, input.text("NextToken", ""));
  }

  public ObjectNode statistics(Input input) {
    return new Statistics(store).answer(input);
  }

  public ObjectNode list(Input input) {
    String recently = input.text("RecentlyActive", "");
    if (!recently.isEmpty() && !recently.equals("PT3H")) {
      throw MetricErrors.invalid("The parameter RecentlyActive is PT3H or is not there.");
    }
    Duration window = recently.isEmpty() ? FORGOTTEN : RECENT;
    Instant oldest = clock.instant().minus(window);
    List<Metric> found =
        store.metrics().stream()
            .filter(metric -> fits(metric, input))
            .filter(metric -> store.newest(metric).filter(oldest::isBefore).isPresent())
            .toList();
    Paging<Metric> page = Paging.of(found, input.text("NextToken", ""), METRICS_A_PAGE);
    ObjectNode answer = JSON.objectNode();
    ArrayNode metrics = answer.putArray("Metrics");
    page.items().forEach(metric -> metrics.add(metric.json()));
    return page.next().isEmpty() ? answer : answer.put("NextToken", page.next());
  }

  private static boolean fits(Metric metric, Input input) {
    return input.text("Namespace").filter(asked -> !asked.equals(metric.namespace())).isEmpty()
        && input.text("MetricName").filter(asked -> !asked.equals(metric.name())).isEmpty()
        && input.list("Dimensions").stream().allMatch(dimension -> has(metric, dimension));
  }

  private static boolean has(Metric metric, Input dimension) {
    String name = dimension.required("Name");
    return metric.dimensions().containsKey(name)
        && dimension
            .text("Value")
            .filter(asked -> !asked.equals(metric.dimensions().get(name)))
            .isEmpty();
  }

  static Instant time(Input input, String name) {
    return input
        .time(name)
        .orElseThrow(() -> MetricErrors.missing("The parameter " + name + " is required."));
  }

  static void checkOrder(Instant start, Instant end) {
    if (!start.isBefore(end)) {
      throw MetricErrors.validation("The parameter StartTime must be less than EndTime.");
    }
  }
}
