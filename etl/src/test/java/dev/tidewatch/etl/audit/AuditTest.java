package dev.tidewatch.etl.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidewatch.etl.audit.Difference.Kind;
import dev.tidewatch.etl.deliver.BatchDelivery;
import dev.tidewatch.etl.deliver.BatchDelivery.Query;
import dev.tidewatch.etl.deliver.CommitObserver;
import dev.tidewatch.etl.deliver.CommitStep;
import dev.tidewatch.etl.deliver.DeliveryRules;
import dev.tidewatch.etl.deliver.Lease;
import dev.tidewatch.etl.deliver.LeaseTerms;
import dev.tidewatch.etl.deliver.MemoryObjectStore;
import dev.tidewatch.etl.deliver.MetricSets;
import dev.tidewatch.etl.deliver.SampleStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditTest {
  private final MemoryObjectStore store = new MemoryObjectStore();
  private final SampleStream stream = new SampleStream(MetricSets.shop(), 3, 2, 800);
  private final List<int[]> cuts = stream.cuts(3, 8);

  @BeforeEach
  void deliverAll() {
    deliver(cuts.size());
  }

  private void deliver(int batches) {
    deliver(0, batches, CommitObserver.NONE);
  }

  private void deliver(int from, int to, CommitObserver observer) {
    try (Lease lease = Lease.take(store, LeaseTerms.of("query", "host"))) {
      BatchDelivery delivery =
          new BatchDelivery(
              new Query("query", false),
              MetricSets.shop(),
              DeliveryRules.DEFAULT,
              store,
              lease,
              observer);
      for (int batch = from; batch < to; batch++) {
        stream.deliver(delivery, store, cuts, batch);
      }
    }
  }

  private AuditReport audit() {
    return new Audit(store, MetricSets.shop()).run(Period.ALL);
  }

  private String anyKey(String prefix) {
    return store.tree(prefix).firstKey();
  }

  private void append(String key, String text) {
    String before = new String(store.get(key).orElseThrow(), UTF_8);
    store.put(key, (before + text).getBytes(UTF_8));
  }

  private void replace(String key, String regex, String by) {
    String before = new String(store.get(key).orElseThrow(), UTF_8);
    String after = before.replaceFirst(regex, by);
    assertThat(after).isNotEqualTo(before);
    store.put(key, after.getBytes(UTF_8));
  }

  private void assertFinds(Kind kind, String key) {
    AuditReport report = audit();
    assertThat(report.isClean()).isFalse();
    assertThat(report.text()).contains("✘ ").contains(key);
    assertThat(report.differences())
        .anySatisfy(
            difference -> {
              assertThat(difference.kind()).isEqualTo(kind);
              assertThat(difference.key()).contains(key);
            });
  }

  @Test
  void addsUpWhenAllIsRight() {
    AuditReport report = audit();
    assertThat(report.differences()).isEmpty();
    assertThat(report.read()).isEqualTo(1600);
    assertThat(report.written() + report.late() + report.rejected()).isEqualTo(1600);
    assertThat(report.text())
        .startsWith(
            "read 1,600 = written %,d + late %,d + rejected %,d + open 0  ✔\n"
                .formatted(report.written(), report.late(), report.rejected()));
    assertThat(AuditJson.of(report)).contains("\"clean\" : true", "\"read\" : 1600");
    assertThat(report.dayTable()).contains("2026-11-20T00:00:00Z");
    assertThat(report.intervalTable()).contains("2026-11-20T10:00:00Z");
  }

  @Test
  void countsWhatIsStillOpen() {
    store.tree("").keySet().forEach(store::delete);
    deliver(4);
    AuditReport report = audit();
    assertThat(report.differences()).isEmpty();
    assertThat(report.open()).isPositive();
  }

  @Test
  void looksAtAPartOfTime() {
    Instant from = Instant.parse("2026-11-20T10:00:00Z");
    AuditReport report =
        new Audit(store, MetricSets.shop()).run(new Period(from, from.plusSeconds(600)));
    assertThat(report.differences()).isEmpty();
    assertThat(report.intervals()).hasSize(2);
    assertThat(report.read()).isEqualTo(report.written() + report.late());
  }

  @Test
  void findsAMissingObject() {
    String key = anyKey("data/");
    store.delete(key);
    assertFinds(Kind.MISSING_OBJECT, key);
  }

  @Test
  void findsAChangedObject() {
    String key = anyKey("data/");
    append(key, "2026-11-20 09:55:00,web,us,1,1\n");
    assertFinds(Kind.CHANGED_OBJECT, key);
  }

  @Test
  void findsAnObjectWithoutManifest() {
    store.put("data/intvl_date=2026-11-20/intvl_hhmm=1000/run-1.csv", new byte[0]);
    assertFinds(Kind.UNKNOWN_OBJECT, "run-1.csv");
  }

  @Test
  void findsAMissingManifest() {
    String key = anyKey("manifests/");
    store.delete(key);
    assertFinds(Kind.MISSING_MANIFEST, key);
  }

  @Test
  void findsAChangedCountInAManifest() {
    String key = anyKey("manifests/");
    replace(key, "\"records\" : \\d+", "\"records\" : 99999");
    assertFinds(Kind.INTERVAL_COUNT, key);
    assertFinds(Kind.SUM, "ledger/");
  }

  @Test
  void findsAChangedRowCountInAManifest() {
    String key = anyKey("manifests/");
    replace(key, "\"rows\" : \\d+", "\"rows\" : 99999");
    assertFinds(Kind.CHANGED_OBJECT, anyKey("data/"));
  }

  @Test
  void findsAMissingLedger() {
    store.delete("ledger/0000-000000000003.json");
    assertFinds(Kind.MISSING_LEDGER, "ledger/");
  }

  @Test
  void findsAGapBetweenRanges() {
    replace("ledger/0000-000000000004.json", "\"from\" : \"AFTER \\d+", "\"from\" : \"AFTER 1");
    assertFinds(Kind.RANGE, "ledger/");
  }

  @Test
  void findsAMissingOrChangedSideObject() {
    String late = anyKey("late/");
    String rejected = anyKey("rejected/");
    store.delete(late);
    String text = new String(store.get(rejected).orElseThrow(), UTF_8);
    append(rejected, text.lines().findFirst().orElseThrow() + "\n");
    assertFinds(Kind.SIDE_OBJECT, late);
    assertFinds(Kind.SIDE_OBJECT, rejected);
  }

  @Test
  void findsASideObjectNoLedgerNames() {
    store.put("late/2026/11/20/shardId-9-1.jsonl", new byte[0]);
    assertFinds(Kind.SIDE_OBJECT, "shardId-9-1");
  }

  @ParameterizedTest
  @EnumSource(CommitStep.class)
  void findsNothingWrongWithABatchUnderWay(CommitStep step) {
    store.list("").toList().forEach(store::delete);
    int last = cuts.size() - 1;
    deliver(last);
    try {
      deliver(last, cuts.size(), reached -> stopAt(step, reached));
    } catch (IllegalStateException stopped) {
      assertThat(stopped).hasMessage(step.name());
    }
    assertThat(audit().differences()).isEmpty();
  }

  private static void stopAt(CommitStep step, CommitStep reached) {
    if (step == reached) {
      throw new IllegalStateException(step.name());
    }
  }

  @Test
  void goesOnAfterADamagedObject() {
    String manifest = anyKey("manifests/");
    store.put(manifest, "{".getBytes(UTF_8));
    store.put("ledger/0000-000000000002.json", new byte[0]);
    assertFinds(Kind.DAMAGED, manifest);
    assertFinds(Kind.DAMAGED, "ledger/0000-000000000002.json");
  }

  @Test
  void tellsOfConflicts() {
    store.tree("").keySet().forEach(store::delete);
    store.put(
        "data/intvl_date=2026-11-20/intvl_hhmm=1000/20261120T100000Z.csv", "x".getBytes(UTF_8));
    deliver(cuts.size());
    assertFinds(Kind.CONFLICT, "20261120T100000Z");
    AuditReport report = audit();
    assertThat(report.conflicting()).isPositive();
    assertThat(report.differences()).noneMatch(difference -> difference.kind() == Kind.SUM);
  }
}
