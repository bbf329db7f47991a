package dev.tidewatch.etl.audit;

import dev.tidewatch.etl.audit.Difference.Kind;
import dev.tidewatch.etl.deliver.DeliveryLayout;
import dev.tidewatch.etl.deliver.Manifest;
import dev.tidewatch.etl.deliver.Sha256;
import dev.tidewatch.metricset.csv.CsvDialect;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Looks whether the published intervals are what their manifests say, and nothing else is there.
 */
final class IntervalCheck {
  private final Findings findings;
  private final DeliveryLayout layout;
  private final Period period;
  private final Committed committed;
  private final Set<String> named = new HashSet<>();
  private final SortedMap<Instant, Manifest> manifests = new TreeMap<>();

  IntervalCheck(Findings findings, DeliveryLayout layout, Period period, Committed committed) {
    this.findings = findings;
    this.layout = layout;
    this.period = period;
    this.committed = committed;
  }

  /** The manifests of the period, by the start of their interval. */
  SortedMap<Instant, Manifest> check() {
    for (String key : findings.keys(DeliveryLayout.MANIFESTS)) {
      findings.guard(key, () -> checkManifest(key));
    }
    for (String key : findings.keys(layout.dataPrefix())) {
      if (!named.contains(key) && !DeliveryLayout.isBesideData(key) && !isUnderWay(key)) {
        findings.add(
            Kind.UNKNOWN_OBJECT, key, "it lies among the intervals, but no manifest names it");
      }
    }
    return manifests;
  }

  private boolean isUnderWay(String key) {
    return DeliveryLayout.intervalStart(key)
        .filter(start -> !committed.coversInterval(start))
        .isPresent();
  }

  private void checkManifest(String key) {
    Optional<byte[]> content = findings.store().get(key);
    if (content.isEmpty()) {
      return; // deleted since it was listed; the interval's count will tell
    }
    Manifest manifest = Manifest.read(key, content.get());
    named.add(manifest.object());
    Instant start = manifest.interval().start();
    if (!period.contains(start) || !committed.coversInterval(start)) {
      return;
    }
    findings.countObject();
    manifests.put(start, manifest);
    if (!key.equals(layout.manifestKey(manifest.interval()))
        || !manifest.object().equals(layout.dataKey(manifest.interval()))) {
      findings.add(
          Kind.CHANGED_OBJECT, key, "it is of the interval " + start + ", which lies elsewhere");
    }
    checkObject(manifest);
  }

  private void checkObject(Manifest manifest) {
    Optional<byte[]> object = findings.store().get(manifest.object());
    if (object.isEmpty()) {
      findings.add(Kind.MISSING_OBJECT, manifest.object(), "its manifest is there, it is not");
      return;
    }
    findings.countObject();
    String sha256 = Sha256.of(object.get());
    if (!sha256.equals(manifest.sha256()) || object.get().length != manifest.bytes()) {
      findings.add(
          Kind.CHANGED_OBJECT,
          manifest.object(),
          "its SHA-256 is %s, the manifest says %s".formatted(sha256, manifest.sha256()));
      return;
    }
    long rows = rows(object.get());
    if (rows != manifest.rows()) {
      findings.add(
          Kind.CHANGED_OBJECT,
          manifest.object(),
          "it has %,d rows, the manifest says %,d".formatted(rows, manifest.rows()));
    }
  }

  /** Lines but for the header; a line break inside quotes ends no line. */
  private static long rows(byte[] csv) {
    char quote = CsvDialect.RFC_4180.quote().orElseThrow();
    boolean quoted = false;
    long lines = 0;
    for (char character : new String(csv, StandardCharsets.UTF_8).toCharArray()) {
      if (character == quote) {
        quoted = !quoted;
      } else if (character == '\n' && !quoted) {
        lines++;
      }
    }
    return lines - 1;
  }
}
