package dev.tidewatch.detector.console.detectors;

import dev.tidewatch.detector.console.view.PageLinks;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page of a detector; of its tabs one is filled.
 *
 * @param dataset its name; empty when there is none
 * @param failure only of a detector that failed
 * @param reading how far the reading of history is; empty when none is read
 */
public record DetectorPage(
    DetectorView view,
    String arn,
    String dataset,
    Setup setup,
    Actions actions,
    Optional<FailureWords> failure,
    String reading,
    Tab tab,
    Content content) {
  /** What the page shows below the basic information. */
  public enum Tab {
    LOG("Detector log", ""),
    BACKTEST("Backtest data properties", "/backtest-data"),
    TAGS("Tags", "/tags"),
    CONFIGURATION("Configuration", "/configuration");

    private final String label;
    private final String path;

    Tab(String label, String path) {
      this.label = label;
      this.path = path;
    }

    public String label() {
      return label;
    }

    /** Behind the detector's URL. */
    public String path() {
      return path;
    }
  }

  /** What stands in a tab. */
  public record Content(
      Optional<Runs> runs,
      Optional<BacktestData> backtest,
      Map<String, String> tags,
      String configuration) {
    static Content of(Runs runs) {
      return new Content(Optional.of(runs), Optional.empty(), Map.of(), "");
    }

    static Content of(Optional<BacktestData> backtest) {
      return new Content(Optional.empty(), backtest, Map.of(), "");
    }

    static Content of(Map<String, String> tags) {
      return new Content(Optional.empty(), Optional.empty(), tags, "");
    }

    static Content of(String configuration) {
      return new Content(Optional.empty(), Optional.empty(), Map.of(), configuration);
    }
  }

  /**
   * A page of the detector log.
   *
   * @param failed how many runs failed, on all pages
   */
  public record Runs(List<RunLog.Run> runs, boolean failedOnly, int failed, PageLinks links) {
    public Runs {
      runs = List.copyOf(runs);
    }
  }

  /** Only backtests have data properties. */
  public List<Tab> tabs() {
    return view.mode() == Mode.BACKTEST
        ? List.of(Tab.values())
        : List.of(Tab.LOG, Tab.TAGS, Tab.CONFIGURATION);
  }
}
