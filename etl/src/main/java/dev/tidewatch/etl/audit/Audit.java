package dev.tidewatch.etl.audit;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.etl.audit.Difference.Kind;
import dev.tidewatch.etl.deliver.BatchLedger;
import dev.tidewatch.etl.deliver.DeliveryLayout;
import dev.tidewatch.etl.deliver.Manifest;
import dev.tidewatch.etl.deliver.ObjectStore;
import dev.tidewatch.etl.deliver.OpenIntervals;
import dev.tidewatch.etl.deliver.PublishedInterval;
import dev.tidewatch.etl.deliver.StateStore;
import dev.tidewatch.etl.shape.RowTotals;
import dev.tidewatch.metricset.MetricSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Joins both sides of the books: what the ledgers say was read, and what lies in the store. It
 * reads all ledgers and manifests, and of the period's intervals the objects too; it changes
 * nothing. It may run beside the job: what a batch under way writes is left out.
 */
public final class Audit {
  private final ObjectStore store;
  private final DeliveryLayout layout;

  public Audit(ObjectStore store, MetricSet metricSet) {
    this.store = requireNonNull(store, "store");
    this.layout = new DeliveryLayout(metricSet);
  }

  /** Looks at all there is, or at the intervals of a part of time. */
  public AuditReport run(Period period) {
    try (ReadAhead reads = new ReadAhead()) {
      return run(period, reads);
    }
  }

  private AuditReport run(Period period, ReadAhead reads) {
    Findings findings = new Findings(store);
    Optional<OpenIntervals> state = state(findings);
    Committed committed = new Committed(state.orElse(null));
    List<BatchLedger> ledgers =
        ledgers(findings, reads).stream().filter(committed::covers).toList();
    new LedgerCheck(findings, reads).check(ledgers);
    Books books = new Books();
    ledgers.forEach(books::add);
    state.ifPresent(books::add);
    new IntervalCheck(findings, layout, period, committed).check(reads).forEach(books::add);
    List<AuditedInterval> intervals = books.intervals(period, findings);
    return period.equals(Period.ALL)
        ? books.all(intervals, findings)
        : books.part(period, intervals, findings);
  }

  private List<BatchLedger> ledgers(Findings findings, ReadAhead reads) {
    List<BatchLedger> ledgers = new ArrayList<>();
    reads.each(
        findings.keys(DeliveryLayout.LEDGER),
        key -> store.get(key).map(content -> BatchLedger.read(key, content)),
        (key, ledger) -> {
          findings.countObject();
          findings.guard(key, () -> ledger.get().ifPresent(ledgers::add));
        });
    return ledgers;
  }

  private Optional<OpenIntervals> state(Findings findings) {
    List<OpenIntervals> newest = new ArrayList<>();
    findings.guard(
        DeliveryLayout.CONTROL, () -> new StateStore(store).newest().ifPresent(newest::add));
    return newest.stream().findFirst();
  }

  /** Adds up what ledgers, manifests and state say. */
  private final class Books {
    private final SortedMap<Instant, Long> accepted = new TreeMap<>();
    private final SortedMap<Instant, Long> late = new TreeMap<>();
    private final SortedMap<Instant, Long> open = new TreeMap<>();
    private final SortedMap<Instant, Long> written = new TreeMap<>();
    private final SortedMap<Instant, Long> conflicting = new TreeMap<>();
    private final SortedSet<Instant> closed = new TreeSet<>();
    private long read;
    private long rejected;
    private long abandoned;

    void add(BatchLedger ledger) {
      read += ledger.read();
      rejected += ledger.rejectedRecords();
      abandoned = Math.max(abandoned, ledger.abandonedRecords());
      ledger.accepted().forEach((start, count) -> accepted.merge(start, count, Long::sum));
      ledger.late().forEach((start, count) -> late.merge(start, count, Long::sum));
      ledger.published().forEach(this::add);
    }

    private void add(PublishedInterval interval) {
      if (interval.conflictKey().isPresent()) {
        conflicting.merge(interval.start(), interval.records(), Long::sum);
      } else {
        closed.add(interval.start());
      }
    }

    void add(OpenIntervals state) {
      state
          .rows()
          .forEach(
              (start, rows) ->
                  open.put(start, rows.values().stream().mapToLong(RowTotals::records).sum()));
    }

    void add(Instant start, Manifest manifest) {
      written.put(start, manifest.records());
    }

    List<AuditedInterval> intervals(Period period, Findings findings) {
      SortedSet<Instant> starts = new TreeSet<>(accepted.keySet());
      starts.addAll(late.keySet());
      starts.addAll(written.keySet());
      starts.addAll(open.keySet());
      starts.addAll(closed);
      starts.removeIf(start -> !period.contains(start));
      List<AuditedInterval> intervals = new ArrayList<>();
      for (Instant start : starts) {
        AuditedInterval interval =
            new AuditedInterval(
                start,
                accepted.getOrDefault(start, 0L),
                written.getOrDefault(start, 0L),
                open.getOrDefault(start, 0L),
                late.getOrDefault(start, 0L));
        check(interval, findings);
        intervals.add(interval);
      }
      return intervals;
    }

    private void check(AuditedInterval interval, Findings findings) {
      Instant start = interval.start();
      String key = layout.manifestKey(layout.metricSet().calendar().intervalOf(start));
      if (conflicting.containsKey(start)) {
        findings.add(
            Kind.CONFLICT,
            key,
            "other rows than ours had been published; ours, of %,d records, lie in %s"
                .formatted(conflicting.get(start), DeliveryLayout.CONFLICTS));
      } else if (closed.contains(start) && !written.containsKey(start)) {
        findings.add(Kind.MISSING_MANIFEST, key, "the ledgers say it was published");
      } else if (!isBalanced(interval)) {
        findings.add(
            Kind.INTERVAL_COUNT,
            key,
            "the ledgers count %,d records in it, written %,d and open %,d"
                .formatted(interval.accepted(), interval.written(), interval.open()));
      }
    }

    /** What was abandoned was accepted twice; how much of it in which interval nobody knows. */
    private boolean isBalanced(AuditedInterval interval) {
      long missing = interval.accepted() - interval.written() - interval.open();
      return missing == 0 || (missing > 0 && missing <= abandoned);
    }

    AuditReport all(List<AuditedInterval> intervals, Findings findings) {
      written.keySet().removeAll(conflicting.keySet()); // those are not our records
      long gone = sum(written) + sum(late) + rejected + sum(open) + sum(conflicting) + abandoned;
      if (gone != read) {
        findings.add(
            Kind.SUM,
            DeliveryLayout.LEDGER,
            "of %,d records read, %,d are accounted for".formatted(read, gone));
      }
      return report(Period.ALL, read, rejected, abandoned, intervals, findings);
    }

    AuditReport part(Period period, List<AuditedInterval> intervals, Findings findings) {
      written.keySet().removeAll(conflicting.keySet());
      List.of(accepted, late, open, written, conflicting)
          .forEach(counts -> counts.keySet().removeIf(start -> !period.contains(start)));
      return report(period, sum(accepted) + sum(late), 0, 0, intervals, findings);
    }

    private AuditReport report(
        Period period,
        long readRecords,
        long rejectedRecords,
        long abandonedRecords,
        List<AuditedInterval> intervals,
        Findings findings) {
      return new AuditReport(
          period,
          readRecords,
          sum(written),
          sum(late),
          rejectedRecords,
          sum(open),
          sum(conflicting),
          abandonedRecords,
          findings.objects(),
          intervals,
          findings.differences());
    }

    private static long sum(SortedMap<Instant, Long> counts) {
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }
  }
}
