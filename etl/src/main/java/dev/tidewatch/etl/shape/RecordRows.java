package dev.tidewatch.etl.shape;

import dev.tidewatch.etl.shape.RowTotals.MeasureTotal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes each observation a row of its own. */
final class RecordRows implements Rows {
  private final String shardId;
  private final int measures;
  private final Map<Instant, Map<RowKey, RowTotals>> rows = new TreeMap<>();
  private final List<RowKey> keys = new ArrayList<>();

  RecordRows(String shardId, int measures) {
    this.shardId = shardId;
    this.measures = measures;
  }

  @Override
  public void add(long interval, Observation observation, String sequenceNumber, long subSequence) {
    Instant eventTime = Instant.ofEpochMilli(observation.eventMillis());
    RowKey key =
        RowKey.of(
            observation.dimensionValues(),
            new RecordIdentity(eventTime, shardId, sequenceNumber, subSequence));
    rows.computeIfAbsent(Instant.ofEpochMilli(interval), start -> new LinkedHashMap<>())
        .merge(key, totals(observation), RowTotals::plus);
    keys.add(key);
  }

  private RowTotals totals(Observation observation) {
    List<MeasureTotal> totals = new ArrayList<>(measures);
    for (int measure = 0; measure < measures; measure++) {
      totals.add(
          observation.has(measure)
              ? new MeasureTotal(
                  new FixedDecimal(observation.high(measure), observation.low(measure)), 1)
              : new MeasureTotal(FixedDecimal.ZERO, 0));
    }
    return new RowTotals(1, totals);
  }

  @Override
  public int size() {
    return keys.size();
  }

  @Override
  public List<List<String>> newest(int count) {
    return keys.subList(Math.max(0, keys.size() - count), keys.size()).stream()
        .map(RowKey::dimensions)
        .toList();
  }

  @Override
  public Map<Instant, Map<RowKey, RowTotals>> toMap() {
    return rows;
  }
}
