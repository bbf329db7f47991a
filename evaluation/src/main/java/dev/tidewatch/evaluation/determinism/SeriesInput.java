package dev.tidewatch.evaluation.determinism;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.evaluation.healthy.HealthyKind;
import dev.tidewatch.evaluation.healthy.HealthySignal;
import dev.tidewatch.evaluation.series.TimeSeries;
import dev.tidewatch.scoring.series.MissingRule;
import dev.tidewatch.scoring.series.SeriesSettings;
import java.time.Duration;
import java.time.ZoneId;

/** The values of one series in the order they are fed. */
final class SeriesInput {
  /** A zone that changes its clocks twice a year. */
  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  private static final long BEGIN = 1_772_323_200L; // 2026-03-01, four weeks before summer time
  private static final int TROUBLE_EVERY = 997;
  private static final int TROUBLE_LASTS = 9;

  private final SeriesSettings settings;
  private final long[] seconds;
  private final double[] values;

  private SeriesInput(SeriesSettings settings, long[] seconds, double[] values) {
    this.settings = requireNonNull(settings, "settings");
    this.seconds = seconds;
    this.values = values;
  }

  /** A healthy series with a trouble now and then: spikes, outages, no values at all. */
  static SeriesInput made(HealthyKind kind, Duration interval, int count) {
    HealthySignal signal = kind.signal(0, interval);
    long[] seconds = new long[count];
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      seconds[i] = BEGIN + i * interval.toSeconds();
      values[i] = troubled(i, signal.next(seconds[i]));
    }
    return new SeriesInput(
        new SeriesSettings(interval, ZONE, MissingRule.UNKNOWN), seconds, values);
  }

  private static double troubled(int number, double value) {
    if (number % TROUBLE_EVERY >= TROUBLE_LASTS) {
      return value;
    }
    return switch (number / TROUBLE_EVERY % 3) {
      case 0 -> 3 * value;
      case 1 -> 0;
      default -> Double.NaN;
    };
  }

  static SeriesInput of(TimeSeries series) {
    long[] seconds = new long[series.size()];
    double[] values = new double[series.size()];
    for (int i = 0; i < seconds.length; i++) {
      seconds[i] = series.start(i).getEpochSecond();
      values[i] = series.value(i);
    }
    SeriesSettings settings = new SeriesSettings(series.interval(), ZONE, MissingRule.UNKNOWN);
    return new SeriesInput(settings, seconds, values);
  }

  SeriesSettings settings() {
    return settings;
  }

  int size() {
    return values.length;
  }

  long second(int index) {
    return seconds[index];
  }

  double value(int index) {
    return values[index];
  }
}
