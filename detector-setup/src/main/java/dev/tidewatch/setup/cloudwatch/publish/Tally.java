package dev.tidewatch.setup.cloudwatch.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts of what was published: the intervals of all outcomes together are those looked at. */
public final class Tally {
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final Set<String> metrics = new HashSet<>();
  private final List<Instant> inDoubt = new ArrayList<>();
  private int intervals;
  private long rows;
  private long data;
  private long calls;
  private long leftOut;

  /** Nothing yet. */
  public Tally() {}

  void add(Instant start, Delivery delivery) {
    intervals++;
    outcomes.merge(delivery.outcome(), 1, Integer::sum);
    if (delivery.outcome() == Outcome.IN_DOUBT) {
      inDoubt.add(start);
    }
    IntervalData sent = delivery.sent();
    rows += sent.rows();
    data += sent.data().size();
    calls += sent.batches().size();
    leftOut += sent.leftOut();
    sent.data().forEach(datum -> metrics.add(datum.series().text()));
  }

  /** How many intervals were looked at. */
  public int intervals() {
    return intervals;
  }

  public int of(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  /** The rows of the intervals that were sent. */
  public long rows() {
    return rows;
  }

  /** How many different metrics have data. */
  public int metrics() {
    return metrics.size();
  }

  /** Data points: one a metric and interval. */
  public long data() {
    return data;
  }

  /** Calls of PutMetricData. */
  public long calls() {
    return calls;
  }

  /** Values that CloudWatch would have refused. */
  public long leftOut() {
    return leftOut;
  }

  /** The starts of the intervals in doubt. */
  public List<Instant> inDoubt() {
    return List.copyOf(inDoubt);
  }
}
