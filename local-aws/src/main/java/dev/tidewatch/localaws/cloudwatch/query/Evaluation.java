package dev.tidewatch.localaws.cloudwatch.query;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.cloudwatch.anomaly.BandModel;
import dev.tidewatch.localaws.cloudwatch.math.MathException;
import dev.tidewatch.localaws.cloudwatch.math.MathValue;
import dev.tidewatch.localaws.cloudwatch.math.Variables;
import dev.tidewatch.localaws.cloudwatch.metric.MetricErrors;
import dev.tidewatch.localaws.cloudwatch.metric.MetricStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers queries over a time. Used once, by one thread. */
public final class Evaluation implements Variables {
  private final MetricStore store;
  private final Function<MetricQuery, BandModel> models;
  private final MetricQueries queries;
  private final Instant start;
  private final Instant end;
  private final Map<String, MathValue> known = new HashMap<>();
  private final Set<String> begun = new HashSet<>();

  /**
   * @param models what is expected of a query
   */
  public Evaluation(
      MetricStore store,
      Function<MetricQuery, BandModel> models,
      MetricQueries queries,
      Instant start,
      Instant end) {
    this.store = requireNonNull(store, "store");
    this.models = requireNonNull(models, "models");
    this.queries = requireNonNull(queries, "queries");
    this.start = requireNonNull(start, "start");
    this.end = requireNonNull(end, "end");
  }

  /**
   * What a query yields.
   *
   * @throws dev.tidewatch.localaws.protocol.AwsException when its expression has no meaning
   */
  public MathValue answer(String id) {
    try {
      return value(id);
    } catch (MathException wrong) {
      throw MetricErrors.validation(String.valueOf(wrong.getMessage()));
    }
  }

  @Override
  public MathValue value(String id) {
    @Nullable MathValue before = known.get(id);
    if (before != null) {
      return before;
    }
    if (!begun.add(id)) {
      throw new MathException("Circular dependency: '" + id + "' refers to itself");
    }
    MathValue value = evaluate(query(id));
    known.put(id, value);
    return value;
  }

  @Override
  public List<MathValue.Line> metrics(String containing) {
    return queries.queries().stream()
        .filter(query -> query.id().contains(containing))
        .flatMap(query -> query.metricStat().map(stat -> line(query, stat)).stream())
        .toList();
  }

  @Override
  public MathValue.Band band(String id, double deviations) {
    MathValue past =
        new Evaluation(store, models, queries, start.minus(BandModel.MEMORY), end).value(id);
    if (!(past instanceof MathValue.Line line)) {
      throw new MathException(
          "Unsupported operand type(s) for ANOMALY_DETECTION_BAND: '" + past.kind() + ", Scalar'");
    }
    return models.apply(query(id)).band(line.series(), times(), deviations);
  }

  @Override
  public List<Instant> times() {
    Duration period = queries.period();
    List<Instant> times = new ArrayList<>();
    for (Instant time = MetricStore.floor(start, period);
        time.isBefore(end);
        time = time.plus(period)) {
      times.add(time);
    }
    return times;
  }

  private MathValue evaluate(MetricQuery query) {
    return query
        .metricStat()
        .<MathValue>map(stat -> line(query, stat))
        .or(() -> query.parsedExpression().map(expression -> expression.evaluate(this)))
        .orElseThrow(() -> new MathException("'" + query.id() + "' asks for nothing"));
  }

  private MathValue.Line line(MetricQuery query, MetricStat stat) {
    return new MathValue.Line(
        query.shownLabel(),
        store.read(stat.metric(), stat.statistic(), stat.unit(), start, end, stat.period()));
  }

  private MetricQuery query(String id) {
    return queries.find(id).orElseThrow(() -> new MathException("Undefined variable '" + id + "'"));
  }
}
