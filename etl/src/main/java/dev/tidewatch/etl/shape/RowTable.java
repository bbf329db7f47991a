package dev.tidewatch.etl.shape;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.shape.RowTotals.MeasureTotal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Adds observations up, one row for each interval and combination of dimension values. A hash table
 * with open addressing over flat arrays: an observation of a known row allocates nothing. An
 * interval that has all the rows it may have gets one more, {@link RowKey#ofOther}, for all further
 * combinations. To be used by one thread.
 */
final class RowTable implements Rows {
  private static final byte[] OTHER = RowKey.OTHER.getBytes(StandardCharsets.UTF_8);
  private static final long HASH_SEED = 0x9E3779B97F4A7C15L;
  private static final long HASH_FACTOR = 0xD6E8FEB86659FD93L;

  private final int dimensions;
  private final int measures;
  private final RowLimit limit;

  /** By interval, how many rows it has and which is that of the others, if there is one. */
  private final Map<Long, IntervalRows> intervalRows = new HashMap<>();

  /** Row + 1, or 0 where there is none; at most half of it is used. */
  private int[] slots = new int[1_024];

  private int rows;
  private long[] hashes = new long[512];
  private long[] intervals = new long[512];
  private long[] records = new long[512];

  /** Of each row, where the values of its dimensions end in the text, one after the other. */
  private int[] valueEnds;

  private byte[] text = new byte[8_192];
  private int textUsed;

  /** Of each row, the totals of each measure. */
  private long[] high;

  private long[] low;
  private long[] values;

  private static final class IntervalRows {
    private int count;
    private int others = -1;
  }

  RowTable(int dimensions, int measures, RowLimit limit) {
    this.dimensions = dimensions;
    this.measures = measures;
    this.limit = limit;
    valueEnds = new int[512 * dimensions];
    high = new long[512 * measures];
    low = new long[512 * measures];
    values = new long[512 * measures];
  }

  @Override
  public int size() {
    return rows;
  }

  /**
   * {@inheritDoc}
   *
   * @throws ArithmeticException when a sum has more than 23 digits before its point
   */
  @Override
  public void add(long interval, Observation observation, String sequenceNumber, long subSequence) {
    int row = row(interval, observation);
    records[row]++;
    for (int measure = 0, total = row * measures; measure < measures; measure++, total++) {
      if (observation.has(measure)) {
        long sumLow = low[total] + observation.low(measure);
        high[total] =
            FixedDecimal.sumHigh(high[total], observation.high(measure), low[total], sumLow);
        low[total] = sumLow;
        values[total]++;
      }
    }
  }

  private int row(long interval, Observation observation) {
    long hash = hash(interval, observation);
    int mask = slots.length - 1;
    int slot = (int) hash & mask;
    while (slots[slot] != 0) {
      int row = slots[slot] - 1;
      if (hashes[row] == hash && intervals[row] == interval && isRow(row, observation)) {
        return row;
      }
      slot = (slot + 1) & mask;
    }
    IntervalRows all = intervalRows.computeIfAbsent(interval, start -> new IntervalRows());
    if (limit.isReachedBy(all.count)) {
      return others(all, interval);
    }
    all.count++;
    slots[slot] = rows + 1;
    return append(hash, interval, observation);
  }

  /** A row that is found by its interval alone: it has no slot. */
  private int others(IntervalRows all, long interval) {
    if (all.others < 0) {
      all.others = begin(0, interval);
      for (int dimension = 0; dimension < dimensions; dimension++) {
        endValue(all.others, dimension, OTHER, 0, OTHER.length);
      }
    }
    return all.others;
  }

  private long hash(long interval, Observation observation) {
    long hash = mix(HASH_SEED, interval);
    for (int dimension = 0; dimension < dimensions; dimension++) {
      byte[] source = observation.dimensionSource(dimension);
      int at = observation.dimensionStart(dimension);
      int end = observation.dimensionEnd(dimension);
      hash = mix(hash, end - at);
      for (; at + 8 < end; at += 8) {
        hash = mix(hash, Bytes.eight(source, at));
      }
      hash = mix(hash, Bytes.upToEight(source, at, end));
    }
    return hash;
  }

  private static long mix(long hash, long word) {
    long mixed = (hash ^ word) * HASH_FACTOR;
    return mixed ^ (mixed >>> 32);
  }

  private boolean isRow(int row, Observation observation) {
    int end = row * dimensions;
    int start = end == 0 ? 0 : valueEnds[end - 1];
    for (int dimension = 0; dimension < dimensions; dimension++, end++) {
      int length = valueEnds[end] - start;
      int from = observation.dimensionStart(dimension);
      if (observation.dimensionEnd(dimension) - from != length
          || !Bytes.equal(observation.dimensionSource(dimension), from, text, start, length)) {
        return false;
      }
      start = valueEnds[end];
    }
    return true;
  }

  private int append(long hash, long interval, Observation observation) {
    int row = begin(hash, interval);
    for (int dimension = 0; dimension < dimensions; dimension++) {
      int from = observation.dimensionStart(dimension);
      int length = observation.dimensionEnd(dimension) - from;
      endValue(row, dimension, observation.dimensionSource(dimension), from, length);
    }
    if (2 * rows > slots.length) {
      rehash();
    }
    return row;
  }

  private int begin(long hash, long interval) {
    if (rows == hashes.length) {
      grow();
    }
    int row = rows++;
    hashes[row] = hash;
    intervals[row] = interval;
    return row;
  }

  private void endValue(int row, int dimension, byte[] source, int from, int length) {
    if (textUsed + length > text.length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, textUsed + length));
    }
    System.arraycopy(source, from, text, textUsed, length);
    textUsed += length;
    valueEnds[row * dimensions + dimension] = textUsed;
  }

  private void grow() {
    int capacity = 2 * rows;
    hashes = Arrays.copyOf(hashes, capacity);
    intervals = Arrays.copyOf(intervals, capacity);
    records = Arrays.copyOf(records, capacity);
    valueEnds = Arrays.copyOf(valueEnds, capacity * dimensions);
    high = Arrays.copyOf(high, capacity * measures);
    low = Arrays.copyOf(low, capacity * measures);
    values = Arrays.copyOf(values, capacity * measures);
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    int mask = slots.length - 1;
    for (int row = 0; row < rows; row++) {
      if (isOthers(row)) {
        continue;
      }
      int slot = (int) hashes[row] & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = row + 1;
    }
  }

  private boolean isOthers(int row) {
    return requireNonNull(intervalRows.get(intervals[row])).others == row;
  }

  @Override
  public List<List<String>> newest(int count) {
    return IntStream.range(Math.max(0, rows - count), rows)
        .mapToObj(row -> dimensionValues(row, new HashMap<>()))
        .toList();
  }

  @Override
  public Map<Instant, Map<RowKey, RowTotals>> toMap() {
    Map<Instant, Map<RowKey, RowTotals>> byInterval = new TreeMap<>();
    Map<String, String> distinctValues = new HashMap<>();
    for (int row = 0; row < rows; row++) {
      byInterval
          .computeIfAbsent(Instant.ofEpochMilli(intervals[row]), start -> new LinkedHashMap<>())
          // Records may truly be of "other", and have a row of their own.
          .merge(RowKey.of(dimensionValues(row, distinctValues)), totals(row), RowTotals::plus);
    }
    return byInterval;
  }

  /** The dimension values of a row; equal ones are one string, which makes rows small to send. */
  private List<String> dimensionValues(int row, Map<String, String> distinct) {
    List<String> texts = new ArrayList<>(dimensions);
    int end = row * dimensions;
    int start = end == 0 ? 0 : valueEnds[end - 1];
    for (int dimension = 0; dimension < dimensions; dimension++, end++) {
      String value = new String(text, start, valueEnds[end] - start, StandardCharsets.UTF_8);
      texts.add(distinct.computeIfAbsent(value, first -> first));
      start = valueEnds[end];
    }
    return texts;
  }

  private RowTotals totals(int row) {
    List<MeasureTotal> totals = new ArrayList<>(measures);
    for (int measure = 0, total = row * measures; measure < measures; measure++, total++) {
      totals.add(new MeasureTotal(new FixedDecimal(high[total], low[total]), values[total]));
    }
    return new RowTotals(records[row], totals);
  }
}
