package dev.tidewatch.evaluation.calibration;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How severities did on one kind of series.
 *
 * @param kind which
 * @param interval how far apart the values are
 * @param stage how much of the series' past was known
 * @param days series-days that were counted
 * @param alerts alerts seen at each of {@link #SEVERITIES}
 */
record Finding(String kind, Duration interval, String stage, double days, List<Long> alerts) {
  static final List<Integer> SEVERITIES = List.of(30, 50, 70, 90);

  Finding {
    requireNonNull(kind, "kind");
    requireNonNull(interval, "interval");
    requireNonNull(stage, "stage");
    alerts = List.copyOf(alerts);
    if (alerts.size() != SEVERITIES.size() || days <= 0) {
      throw new IllegalArgumentException(
          "a finding has counts at " + SEVERITIES + " over some days, not " + alerts + ", " + days);
    }
  }

  static AlertCount counter() {
    return new AlertCount(SEVERITIES.stream().mapToInt(Integer::intValue).toArray());
  }

  static Finding of(String kind, Duration interval, String stage, AlertCount counted) {
    double days = (double) counted.intervals() * interval.toSeconds() / 86_400;
    List<Long> alerts = new ArrayList<>();
    for (int i = 0; i < SEVERITIES.size(); i++) {
      alerts.add(counted.alerts(i));
    }
    return new Finding(kind, interval, stage, days, alerts);
  }

  /** At one of {@link #SEVERITIES}; empty where such values are too far apart for the promise. */
  Optional<Ratio> at(int index) {
    int severity = SEVERITIES.get(index);
    return Promise.appliesTo(severity, interval)
        ? Optional.of(new Ratio(alerts.get(index), Promise.alerts(severity, interval, days)))
        : Optional.empty();
  }
}
