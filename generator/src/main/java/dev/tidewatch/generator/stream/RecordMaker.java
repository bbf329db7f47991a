package dev.tidewatch.generator.stream;

import dev.tidewatch.generator.encode.RecordBuffer;
import dev.tidewatch.generator.encode.RecordEncoder;
import dev.tidewatch.generator.series.SeriesModel;
import dev.tidewatch.generator.timeline.EpochNanos;
import dev.tidewatch.generator.timeline.Ticks;
import java.util.stream.IntStream;

/** Makes the record of a series at an instant, anomalies included. */
final class RecordMaker {
  private final SeriesModel model;
  private final RecordEncoder encoder;
  private final CurrentAnomalies anomalies;
  private final long spacing;
  private final long[] unscaled;

  RecordMaker(RecordStream stream, Ticks ticks) {
    int measures = stream.catalog().measures().size();
    model = stream.model();
    int[] decimals = IntStream.range(0, measures).map(model::decimals).toArray();
    encoder = new RecordEncoder(stream.metricSet(), stream.catalog(), decimals);
    anomalies = new CurrentAnomalies(stream.anomalies());
    spacing = ticks.length().toNanos();
    unscaled = new long[measures];
  }

  void moveTo(long tick) {
    anomalies.moveTo(tick, tick + spacing);
  }

  void make(RecordBuffer buffer, int series, long epochNanos) {
    long millis = Math.floorDiv(epochNanos, EpochNanos.PER_MILLI);
    double activity = model.activity(series, millis);
    for (int measure = 0; measure < unscaled.length; measure++) {
      double factor = anomalies.factor(series, measure, epochNanos);
      unscaled[measure] = model.unscaled(series, measure, millis, activity, factor, spacing);
    }
    encoder.encode(buffer.clear(), series, millis, unscaled);
  }
}
