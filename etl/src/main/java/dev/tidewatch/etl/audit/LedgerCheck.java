package dev.tidewatch.etl.audit;

import dev.tidewatch.etl.audit.Difference.Kind;
import dev.tidewatch.etl.deliver.BatchLedger;
import dev.tidewatch.etl.deliver.DeliveryLayout;
import dev.tidewatch.etl.deliver.SideArea;
import dev.tidewatch.etl.deliver.SideObject;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks whether the ledgers follow on each other, and the side areas are what they say. */
final class LedgerCheck {
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern CUT_NUMBER = Pattern.compile("[: ](\\d+)");

  private final Findings findings;
  private final ReadAhead reads;
  private final SideArea sideArea;
  private final Map<String, String> endOfShard = new HashMap<>();
  private final List<SideObject> named = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private @Nullable BatchLedger before;

  LedgerCheck(Findings findings, ReadAhead reads) {
    this.findings = findings;
    this.reads = reads;
    this.sideArea = new SideArea(findings.store());
  }

  /** In the order of batches. */
  void check(List<BatchLedger> ledgers) {
    for (BatchLedger ledger : ledgers) {
      checkFollows(ledger);
      before = ledger;
      ledger.ranges().forEach(range -> checkRange(ledger, range));
    }
    reads.each(named, this::lines, this::checkLines);
    for (SideObject.Area area : SideObject.Area.values()) {
      findings.keys(area.prefix()).forEach(this::checkKnown);
    }
  }

  private void checkFollows(BatchLedger ledger) {
    boolean first = before == null || before.id().generation() != ledger.id().generation();
    if (first) {
      endOfShard.clear();
    }
    long expected = first || before == null ? 0 : before.id().batchId() + 1;
    if (ledger.id().batchId() != expected) {
      findings.add(
          Kind.MISSING_LEDGER,
          DeliveryLayout.LEDGER,
          "there is no ledger of the batches before " + ledger.id() + ", from " + expected);
      endOfShard.clear();
    }
  }

  private void checkRange(BatchLedger ledger, BatchLedger.Range range) {
    String end = endOfShard.put(range.shardId(), range.to());
    if (end != null && !Objects.equals(end, range.from())) {
      findings.add(
          Kind.RANGE,
          DeliveryLayout.LEDGER,
          "%s reads shard %s from %s, but it had been read to %s"
              .formatted(ledger.id(), range.shardId(), range.from(), end));
    }
    long gone = range.accepted() + range.late() + range.rejectedRecords();
    if (gone != range.read()) {
      findings.add(
          Kind.SUM,
          DeliveryLayout.LEDGER,
          "%s has read %,d records of shard %s, and says what became of %,d"
              .formatted(ledger.id(), range.read(), range.shardId(), gone));
    }
    checkSide(ledger, range, SideObject.Area.LATE, range.late());
    checkSide(ledger, range, SideObject.Area.REJECTED, range.rejectedRecords());
  }

  private void checkSide(
      BatchLedger ledger, BatchLedger.Range range, SideObject.Area area, long expected) {
    long lines = 0;
    for (SideObject object : range.sideObjects()) {
      if (object.area() == area) {
        lines += object.lines();
        known.add(object.key());
        named.add(object);
      }
    }
    if (lines != expected) {
      findings.add(
          Kind.SIDE_OBJECT,
          area.prefix(),
          "%s set %,d records of shard %s aside, but names objects with %,d"
              .formatted(ledger.id(), expected, range.shardId(), lines));
    }
  }

  private void checkLines(SideObject object, Supplier<Long> read) {
    findings.countObject();
    findings.guard(
        object.key(),
        () -> {
          long lines = read.get();
          if (lines != object.lines()) {
            findings.add(
                Kind.SIDE_OBJECT,
                object.key(),
                "it has %,d records, the ledger says %,d".formatted(lines, object.lines()));
          }
        });
  }

  private long lines(SideObject object) {
    try (var records = sideArea.readObject(object.key())) {
      return records.count();
    }
  }

  private void checkKnown(String key) {
    if (!known.contains(key) && !isUnderWay(key)) {
      findings.add(Kind.SIDE_OBJECT, key, "no ledger names it");
    }
  }

  /** Whether its first record lies behind what the ledgers say was read of its shard. */
  private boolean isUnderWay(String key) {
    String name = key.substring(key.lastIndexOf('/') + 1);
    return endOfShard.entrySet().stream()
        .filter(shard -> name.startsWith(shard.getKey() + "-"))
        .anyMatch(
            shard -> !isBefore(name.substring(shard.getKey().length() + 1), shard.getValue()));
  }

  /** Compares the number a name begins with to the one in a cut; a cut without one is the end. */
  private static boolean isBefore(String name, String cut) {
    Matcher first = NUMBER.matcher(name);
    Matcher end = CUT_NUMBER.matcher(cut);
    return !first.lookingAt()
        || !end.find()
        || new BigInteger(first.group()).compareTo(new BigInteger(end.group(1))) < 0;
  }
}
