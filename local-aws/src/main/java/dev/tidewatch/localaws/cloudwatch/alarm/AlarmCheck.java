package dev.tidewatch.localaws.cloudwatch.alarm;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.localaws.cloudwatch.anomaly.BandModel;
import dev.tidewatch.localaws.cloudwatch.math.MathValue;
import dev.tidewatch.localaws.cloudwatch.metric.MetricStore;
import dev.tidewatch.localaws.cloudwatch.query.Evaluation;
import dev.tidewatch.localaws.cloudwatch.query.MetricQuery;
import dev.tidewatch.localaws.protocol.AwsException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks at what an alarm watches, up to a time. */
final class AlarmCheck {
  /** How many periods more than its own an alarm looks back for values that are missing. */
  private static final int FURTHER_PERIODS = 2;

  private final MetricStore store;
  private final Function<MetricQuery, BandModel> models;

  AlarmCheck(MetricStore store, Function<MetricQuery, BandModel> models) {
    this.store = requireNonNull(store, "store");
    this.models = requireNonNull(models, "models");
  }

  /** The alarm's state after a look at the periods that are over. */
  AlarmState check(Alarm alarm, Instant now) {
    AlarmSettings settings = alarm.settings();
    Duration period = settings.watch().period();
    Instant end = MetricStore.floor(now, period);
    Instant start =
        end.minus(period.multipliedBy(settings.evaluationPeriods() + (long) FURTHER_PERIODS));
    Verdict verdict = new Verdict(settings, points(settings, start, end));
    StateValue value = verdict.state(alarm.state().value());
    if (value == alarm.state().value()) {
      return alarm.state();
    }
    Reason reason = new Reason(settings, verdict, now);
    return alarm.state().to(value, reason.text(value), reason.data(), now);
  }

  private List<Verdict.Point> points(AlarmSettings settings, Instant start, Instant end) {
    Watch watch = settings.watch();
    Evaluation evaluation = new Evaluation(store, models, watch.queries(), start, end);
    Map<Instant, Double> values = values(evaluation, watch.judged().id());
    Bounds bounds = bounds(settings, evaluation);
    List<Verdict.Point> points = new ArrayList<>();
    for (Instant time : evaluation.times()) {
      @Nullable Double value = values.get(time);
      @Nullable Double lower = bounds.lower().get(time);
      @Nullable Double upper = bounds.upper().get(time);
      boolean breached =
          value != null
              && (settings.comparison().isOfBand()
                  ? lower != null
                      && upper != null
                      && settings.comparison().isBreached(value, lower, upper)
                  : settings
                      .comparison()
                      .isBreached(value, settings.threshold(), settings.threshold()));
      points.add(
          new Verdict.Point(
              time, value == null ? OptionalDouble.empty() : OptionalDouble.of(value), breached));
    }
    return points;
  }

  private record Bounds(Map<Instant, Double> lower, Map<Instant, Double> upper) {}

  private static Bounds bounds(AlarmSettings settings, Evaluation evaluation) {
    if (settings.comparison().isOfBand()
        && evaluation.answer(settings.watch().band()) instanceof MathValue.Band band) {
      return new Bounds(band.lower().values(), band.upper().values());
    }
    return new Bounds(Map.of(), Map.of());
  }

  // An expression that has no meaning yields no data, as on AWS.
  private static Map<Instant, Double> values(Evaluation evaluation, String id) {
    try {
      return evaluation.answer(id) instanceof MathValue.Line line
          ? line.series().values()
          : new TreeMap<>();
    } catch (AwsException meaningless) {
      return new TreeMap<>();
    }
  }
}
