package dev.tidewatch.etl.shape;

import dev.tidewatch.etl.shape.RowTotals.MeasureTotal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes each observation a row of its own, until an interval has as many as it may have. */
final class RecordRows implements Rows {
  private final String shardId;
  private final int measures;
  private final RowLimit limit;
  private final Map<Instant, Map<RowKey, RowTotals>> rows = new TreeMap<>();
  private final List<RowKey> keys = new ArrayList<>();

  RecordRows(String shardId, int measures, RowLimit limit) {
    this.shardId = shardId;
    this.measures = measures;
    this.limit = limit;
  }

  @Override
  public void add(long interval, Observation observation, String sequenceNumber, long subSequence) {
    Map<RowKey, RowTotals> others =
        rows.computeIfAbsent(Instant.ofEpochMilli(interval), start -> new LinkedHashMap<>());
    RowKey key =
        limit.isReachedBy(others.size())
            ? RowKey.ofOther(observation.dimensionValues().size())
            : key(observation, sequenceNumber, subSequence);
    if (others.merge(key, totals(observation), RowTotals::plus).records() == 1) {
      keys.add(key);
    }
  }

  private RowKey key(Observation observation, String sequenceNumber, long subSequence) {
    Instant eventTime = Instant.ofEpochMilli(observation.eventMillis());
    return RowKey.of(
        observation.dimensionValues(),
        new RecordIdentity(eventTime, shardId, sequenceNumber, subSequence));
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
