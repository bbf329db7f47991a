package dev.tidewatch.detector.console.overview;

import dev.tidewatch.detector.console.view.PageLinks;
import dev.tidewatch.detector.overview.Checked;
import java.util.List;
import java.util.Optional;

/**
 * The first page.
 *
 * @param open how many of what is shown still goes on
 * @param checked what was looked at; only where nothing was found
 */
public record OverviewPage(
    List<KnownDetector> detectors,
    List<String> measures,
    OpenCount open,
    LanesView lanes,
    List<GroupRow> groups,
    PageLinks links,
    Optional<Checked> checked) {
  /** Open groups by how bad they are. */
  public record OpenCount(int all, int critical, int major) {}

  /** Nobody has declared anything yet. */
  public boolean isFirstRun() {
    return detectors.isEmpty();
  }

  public List<KnownDetector> live() {
    return detectors.stream().filter(KnownDetector::isLive).toList();
  }

  public long fresh() {
    return live().stream().filter(each -> each.missing() == 0).count();
  }
}
