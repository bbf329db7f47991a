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
  SortedMap<Instant, Manifest> check(ReadAhead reads) {
    reads.each(
        findings.keys(DeliveryLayout.MANIFESTS),
        this::read,
        (key, published) ->
            findings.guard(key, () -> published.get().ifPresent(found -> check(key, found))));
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

  /**
   * What a manifest names, as it is.
   *
   * @param sha256 empty when there is no such object
   */
  private record Content(String sha256, long bytes, long rows) {
    static final Content NONE = new Content("", 0, 0);

    static Content of(byte[] object) {
      return new Content(Sha256.of(object), object.length, IntervalCheck.rows(object));
    }
  }

  /**
   * A manifest and what it names.
   *
   * @param content of an interval to be looked at; of others it is not read
   */
  private record Published(Manifest manifest, Content content) {}

  /** Empty when it was deleted since it was listed; the interval's count will tell. */
  private Optional<Published> read(String key) {
    return findings
        .store()
        .get(key)
        .map(content -> Manifest.read(key, content))
        .map(
            manifest ->
                new Published(manifest, isMeant(manifest) ? content(manifest) : Content.NONE));
  }

  private Content content(Manifest manifest) {
    return findings.store().get(manifest.object()).map(Content::of).orElse(Content.NONE);
  }

  private boolean isMeant(Manifest manifest) {
    Instant start = manifest.interval().start();
    return period.contains(start) && committed.coversInterval(start);
  }

  private void check(String key, Published published) {
    Manifest manifest = published.manifest();
    named.add(manifest.object());
    if (!isMeant(manifest)) {
      return;
    }
    findings.countObject();
    Instant start = manifest.interval().start();
    manifests.put(start, manifest);
    if (!key.equals(layout.manifestKey(manifest.interval()))
        || !manifest.object().equals(layout.dataKey(manifest.interval()))) {
      findings.add(
          Kind.CHANGED_OBJECT, key, "it is of the interval " + start + ", which lies elsewhere");
    }
    checkContent(manifest, published.content());
  }

  private void checkContent(Manifest manifest, Content content) {
    if (content.equals(Content.NONE)) {
      findings.add(Kind.MISSING_OBJECT, manifest.object(), "its manifest is there, it is not");
      return;
    }
    findings.countObject();
    if (!content.sha256().equals(manifest.sha256()) || content.bytes() != manifest.bytes()) {
      findings.add(
          Kind.CHANGED_OBJECT,
          manifest.object(),
          "its SHA-256 is %s, the manifest says %s".formatted(content.sha256(), manifest.sha256()));
    } else if (content.rows() != manifest.rows()) {
      findings.add(
          Kind.CHANGED_OBJECT,
          manifest.object(),
          "it has %,d rows, the manifest says %,d".formatted(content.rows(), manifest.rows()));
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
