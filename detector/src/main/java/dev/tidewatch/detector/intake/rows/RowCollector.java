package dev.tidewatch.detector.intake.rows;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.Quality;
import dev.tidewatch.detector.intake.Room;
import dev.tidewatch.detector.intake.RowFault;
import dev.tidewatch.detector.intake.text.Field;
import dev.tidewatch.detector.intake.text.Records;
import dev.tidewatch.detector.intake.text.UnusableFile;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.metricset.interval.IntervalCalendar;
import dev.tidewatch.scoring.cube.IntervalRows;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects the records of files into the rows of their intervals. What comes out does not depend on
 * the order of files or records: sums are exact until they are rounded once ({@link ExactSum}),
 * rows are in the order of their dimension values, and of too many intervals the newest are kept.
 * Files may be read by several threads at once. What it keeps takes of a {@link Room} until it is
 * closed.
 */
public final class RowCollector implements AutoCloseable {
  private final Dataset dataset;
  private final int mostIntervals;
  private final Room.Share room;
  private final IntervalCalendar calendar;
  private final Combinations combinations;
  private final TreeMap<Interval, IntervalTable> tables = new TreeMap<>();
  private final RecordCounts total;
  private final List<String> columns;
  private long dropped;
  private long droppedPartial;

  private RowCollector(Dataset dataset, int mostIntervals, Room room) {
    this.dataset = requireNonNull(dataset, "dataset");
    this.mostIntervals = mostIntervals;
    this.room = room.share();
    this.calendar = dataset.calendar();
    this.combinations = new Combinations(dataset.dimensions().size());
    this.columns = RecordCheck.columns(dataset);
    this.total = new RecordCounts(columns.size());
  }

  /** Collects so many intervals, the newest. */
  public static RowCollector of(Dataset dataset, int mostIntervals, Room room) {
    return new RowCollector(dataset, mostIntervals, room);
  }

  /** The columns files are read for, in the order {@link #add} asks for them. */
  public List<String> columns() {
    return columns;
  }

  /**
   * Adds the records of a file.
   *
   * @return how many records it had
   * @throws UnusableFile when it has more than the scope allows
   * @throws dev.tidewatch.detector.intake.TooManyRows when there is no room for what it has
   */
  public long add(Records records, RecordScope scope) throws IOException {
    RecordCheck check = new RecordCheck(dataset);
    RecordCounts counts = new RecordCounts(columns.size());
    Last last = new Last(calendar);
    try {
      while (records.next()) {
        counts.processed++;
        if (counts.processed > scope.most()) {
          throw new UnusableFile(scope.excess());
        }
        Optional<RowFault> fault = records.fault();
        if (fault.isPresent()) {
          counts.fault(fault.get());
        } else {
          addReadable(records, check, counts, scope, last);
        }
      }
    } finally {
      addCounts(counts);
    }
    return counts.processed;
  }

  private synchronized void addCounts(RecordCounts counts) {
    counts.addTo(total);
  }

  private void addReadable(
      Records record, RecordCheck check, RecordCounts counts, RecordScope scope, Last last) {
    Optional<RowFault> fault = check.read(record);
    counts.readable++;
    for (int i = 0; i < columns.size(); i++) {
      counts.present[i] += check.isPresent(i) ? 1 : 0;
    }
    if (fault.isPresent()) {
      counts.fault(fault.get());
      return;
    }
    Instant time = Instant.ofEpochMilli(check.millis());
    if (scope.later() > 0 && !scope.contains(time)) {
      time = time.plusMillis(scope.later());
    }
    if (!scope.contains(time)) {
      counts.outside++;
    } else if (check.isFilteredOut()) {
      counts.filtered++;
    } else {
      counts.used++;
      counts.partial += check.isPartial() ? 1 : 0;
      keep(last.intervalOf(time), check);
    }
  }

  /** Most records are of the interval of the one before. */
  private static final class Last {
    private final IntervalCalendar calendar;
    private @Nullable Interval interval;

    Last(IntervalCalendar calendar) {
      this.calendar = calendar;
    }

    Interval intervalOf(Instant time) {
      Interval known = interval;
      if (known == null || !known.contains(time)) {
        known = calendar.intervalOf(time);
        interval = known;
      }
      return known;
    }
  }

  private void keep(Interval interval, RecordCheck check) {
    keep(interval, check.dimensions(), check.measures(), check.isPartial());
  }

  private synchronized void keep(
      Interval interval, List<Field> dimensions, double[] values, boolean isPartial) {
    IntervalTable table = tables.get(interval);
    if (table == null) {
      if (tables.size() >= mostIntervals) {
        if (interval.compareTo(tables.firstKey()) < 0) {
          dropped++;
          droppedPartial += isPartial ? 1 : 0;
          return;
        }
        drop(tables.pollFirstEntry().getValue());
      }
      table = new IntervalTable(dataset.measures().size());
      tables.put(interval, table);
    }
    long before = table.bytes() + combinations.bytes();
    table.add(combinations.number(dimensions), values, isPartial);
    room.grow(table.bytes() + combinations.bytes() - before);
  }

  /**
   * Adds a value that stands for itself: one record with one measure, its dimensions those of the
   * data set. It counts as a full record; one whose dimensions a filter leaves out, or that is no
   * number a measure may be, is counted as what it is.
   */
  public void addValue(Interval interval, List<String> dimensions, int measure, double value) {
    RecordCounts counts = new RecordCounts(columns.size());
    counts.processed++;
    counts.readable++;
    Arrays.fill(counts.present, 1);
    boolean isWanted =
        dataset.filters().stream()
            .allMatch(
                filter ->
                    filter
                        .values()
                        .contains(
                            dimensions.get(dataset.dimensions().indexOf(filter.dimension()))));
    if (!isWanted) {
      counts.filtered++;
    } else if (!Double.isFinite(value)) {
      counts.fault(RowFault.MEASURE_NOT_NUMERIC);
    } else if (Math.abs(value) > MeasureText.LARGEST) {
      counts.fault(RowFault.MEASURE_TOO_LARGE);
    } else {
      counts.used++;
      double[] values = new double[dataset.measures().size()];
      Arrays.fill(values, Double.NaN);
      values[measure] = value;
      keep(interval, dimensions.stream().map(Field::of).toList(), values, false);
    }
    addCounts(counts);
  }

  private void drop(IntervalTable table) {
    dropped += table.records();
    droppedPartial += table.partial();
    room.shrink(table.bytes());
  }

  /** Takes an interval out again, as if none of its records counted. */
  public synchronized void forget(Interval interval) {
    IntervalTable table = tables.remove(interval);
    if (table != null) {
      drop(table);
    }
  }

  /** How many intervals there are. */
  public synchronized int size() {
    return tables.size();
  }

  /** The intervals that have rows, oldest first. */
  public synchronized List<Interval> intervals() {
    return List.copyOf(tables.keySet());
  }

  /** An interval's rows; none when it has no record. */
  public synchronized IntervalRows rows(Interval interval) {
    IntervalTable table = tables.get(interval);
    return table == null
        ? IntervalRows.at(interval.start(), dataset.dimensions().size(), dataset.measures().size())
            .build()
        : table.rows(
            interval.start(), dataset.measures(), dataset.dimensions().size(), combinations);
  }

  /** What the records said about themselves. */
  public synchronized Quality quality() {
    SortedMap<String, Long> present = new TreeMap<>();
    for (int i = 0; i < columns.size(); i++) {
      present.put(columns.get(i), total.present[i]);
    }
    return new Quality(
        total.processed,
        total.used - dropped,
        total.partial - droppedPartial,
        total.outside + dropped,
        total.filtered,
        total.faults,
        total.readable,
        present,
        values(),
        combinationsByMeasure());
  }

  @Override
  public synchronized void close() {
    room.close();
  }

  private SortedMap<String, Set<String>> values() {
    BitSet numbers = new BitSet(combinations.size());
    for (int i = 0; i < dataset.measures().size(); i++) {
      numbers.or(combinationsOf(i));
    }
    SortedMap<String, Set<String>> values = new TreeMap<>();
    for (int i = 0; i < dataset.dimensions().size(); i++) {
      int dimension = i;
      Set<String> distinct = new HashSet<>();
      numbers.stream().forEach(number -> distinct.add(combinations.value(number, dimension)));
      values.put(dataset.dimensions().get(i), distinct);
    }
    return values;
  }

  private SortedMap<String, Set<List<String>>> combinationsByMeasure() {
    SortedMap<String, Set<List<String>>> byMeasure = new TreeMap<>();
    for (int i = 0; i < dataset.measures().size(); i++) {
      Set<List<String>> ofMeasure = new HashSet<>();
      combinationsOf(i).stream().forEach(number -> ofMeasure.add(combinations.values(number)));
      byMeasure.put(dataset.measures().get(i).name(), ofMeasure);
    }
    return byMeasure;
  }

  private BitSet combinationsOf(int measure) {
    BitSet numbers = new BitSet(combinations.size());
    for (IntervalTable table : tables.values()) {
      for (int row = 0; row < table.size(); row++) {
        if (table.has(row, measure)) {
          numbers.set(table.combination(row));
        }
      }
    }
    return numbers;
  }
}
