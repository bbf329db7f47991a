package dev.tidewatch.detector.console.detectors;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.console.view.PageLinks;
import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.web.Place;
import dev.tidewatch.detector.console.web.Visit;
import dev.tidewatch.detector.store.Database;
import java.util.List;
import java.util.Locale;

/** The list of detectors. */
public final class DetectorList {
  private static final int ROWS = 20;

  private final Database database;

  public DetectorList(Database database) {
    this.database = requireNonNull(database, "database");
  }

  /**
   * @param detectors of this page
   * @param all how many there are, whatever was searched for
   * @param sort what they are sorted by
   */
  public record Page(List<DetectorView> detectors, int all, DetectorOrder sort, PageLinks links) {
    public Page {
      detectors = List.copyOf(detectors);
    }
  }

  public void show(Visit visit) {
    View view = visit.view();
    List<DetectorView> all = database.read(handle -> DetectorViews.all(handle, visit.now()));
    DetectorOrder sort = DetectorOrder.of(visit.asked("sort"));
    List<DetectorView> found =
        all.stream().filter(each -> fits(each, view.text())).sorted(sort.comparator()).toList();
    List<DetectorView> shown = found.stream().skip((view.page() - 1L) * ROWS).limit(ROWS).toList();
    visit.show(
        "detectors.jte",
        Place.DETECTORS,
        "Detectors",
        new Page(shown, all.size(), sort, PageLinks.of(view, "/detectors", ROWS, found.size())));
  }

  private static boolean fits(DetectorView detector, String text) {
    return detector.name().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }
}
