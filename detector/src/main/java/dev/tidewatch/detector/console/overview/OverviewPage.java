package dev.tidewatch.detector.console.overview;

import dev.tidewatch.detector.alerting.message.SeverityClass;
import dev.tidewatch.detector.console.view.PageLinks;
import dev.tidewatch.detector.overview.Checked;
import dev.tidewatch.detector.overview.SeverityCounts;
import dev.tidewatch.detector.sample.SampleState;
import dev.tidewatch.detector.sample.SampleState.Kind;
import java.util.List;
import java.util.Optional;

/**
 * The first page.
 *
 * @param sample how far the sample data are
 * @param open how many of what is shown still goes on
 * @param checked what was looked at; only where nothing was found
 */
public record OverviewPage(
    SampleState sample,
    List<KnownDetector> detectors,
    List<String> measures,
    SeverityCounts open,
    LanesView lanes,
    List<GroupRow> groups,
    PageLinks links,
    Optional<Checked> checked) {
  public int critical() {
    return open.of(SeverityClass.CRITICAL);
  }

  public int major() {
    return open.of(SeverityClass.MAJOR);
  }

  /** Nobody has declared anything yet. */
  public boolean isFirstRun() {
    return detectors.isEmpty() || (sample.kind() == Kind.LOADING && detectors.size() == 1);
  }

  /** Whether sample data are there, to be taken away again. */
  public boolean hasSample() {
    return sample.kind() == Kind.READY || sample.kind() == Kind.STUCK;
  }

  public List<KnownDetector> live() {
    return detectors.stream().filter(KnownDetector::isLive).toList();
  }

  public long fresh() {
    return live().stream().filter(each -> each.missing() == 0).count();
  }
}
