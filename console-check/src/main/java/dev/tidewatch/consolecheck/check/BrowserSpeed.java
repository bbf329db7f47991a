package dev.tidewatch.consolecheck.check;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import dev.tidewatch.consolecheck.browser.Chromium;
import dev.tidewatch.consolecheck.browser.ConsolePage;
import dev.tidewatch.consolecheck.browser.Look;
import dev.tidewatch.consolecheck.browser.Onlooker;
import dev.tidewatch.consolecheck.world.World;
import dev.tidewatch.detector.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long people wait, and for how many bytes.
 *
 * @param loads how often a page is loaded, each time by a browser that has seen nothing of it
 */
public record BrowserSpeed(Chromium chromium, World world, int loads) {
  /** 50 lanes by 100 buckets of two hours: nearly all that the world holds. */
  static final String LANES = "/?lanes=value&sev=3&from=-198h";

  private static final String COLUMNS =
      "getComputedStyle(document.querySelector('tbody .lane')).gridTemplateColumns.split(' ').length";
  private static final int POINTS = 10_000;

  /** The overview and a chart, as far as they are painted and what is sent for them. */
  public List<Measure> measure() {
    String session;
    try (Onlooker first = chromium.onlooker(world.url(), Look.WIDE)) {
      session = first.signIn(world.link(Role.ADMIN)).session();
    }
    List<Measure> measures = new ArrayList<>(overview(session));
    measures.addAll(chart(session));
    return measures;
  }

  private List<Measure> overview(String session) {
    List<Double> paints = new ArrayList<>();
    List<Double> bytes = new ArrayList<>();
    int lanes = 0;
    int columns = 0;
    for (int i = 0; i < loads; i++) {
      try (Onlooker onlooker = chromium.onlooker(world.url(), Look.WIDE, session)) {
        onlooker.open(LANES);
        Page page = onlooker.page();
        page.locator("table[data-lanes] .cell[tabindex='0']").waitFor(); // its module is there, too
        paints.add(firstPaint(page));
        bytes.add(transferred(page) / 1000);
        lanes = page.locator("table[data-lanes] tbody tr").count();
        columns = (int) number(page, COLUMNS);
      }
    }
    String what = "overview of %d lanes and %d columns, cold: ".formatted(lanes, columns);
    return List.of(
        Measure.median(what + "first paint", "ms", 1_000, paints),
        Measure.median(what + "transferred", "kB", 150, bytes));
  }

  /** When something of the page was there first, in milliseconds from the click. */
  static double firstPaint(Page page) {
    page.waitForFunction("() => performance.getEntriesByName('first-paint').length > 0");
    return number(page, "performance.getEntriesByName('first-paint')[0].startTime");
  }

  /** Bytes of the page and all it asked for, heads of answers included. */
  static double transferred(Page page) {
    page.waitForLoadState(LoadState.LOAD);
    return number(
        page,
        "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
            + ".reduce((sum, one) => sum + one.transferSize, 0)");
  }

  private static double number(Page page, String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }

  private List<Measure> chart(String session) {
    List<Double> drawn = new ArrayList<>();
    String series = series();
    for (int i = 0; i < loads; i++) {
      try (Onlooker onlooker = chromium.onlooker(world.url(), Look.WIDE, session)) {
        Page page = onlooker.page();
        page.route("**/series/*.json*", route -> answer(route, series));
        Response response = onlooker.open(ConsolePage.ANOMALY.path(world()));
        if (response.status() != 200) {
          throw new IllegalStateException("the anomaly's page answered " + response.status());
        }
        page.waitForFunction("() => performance.getEntriesByName('chart-draw').length > 0");
        drawn.add(number(page, "performance.getEntriesByName('chart-draw')[0].duration"));
      }
    }
    return List.of(
        Measure.median(
            "chart of 10,000 points with its week before: from the data to the picture",
            "ms",
            300,
            drawn));
  }

  private static void answer(Route route, String series) {
    route.fulfill(
        new Route.FulfillOptions()
            .setHeaders(Map.of("Content-Type", "application/json"))
            .setBody(series));
  }

  /** As the server would write so many points. */
  static String series() {
    StringBuilder times = new StringBuilder();
    StringBuilder values = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    StringBuilder lower = new StringBuilder();
    StringBuilder upper = new StringBuilder();
    StringBuilder severity = new StringBuilder();
    long start = World.NOW.getEpochSecond() / 300 * 300 - 300L * POINTS;
    for (int i = 0; i < POINTS; i++) {
      String comma = i == 0 ? "" : ",";
      double usual = 1_000 + 400 * Math.sin(i / 288.0 * 2 * Math.PI);
      boolean strange = i % 500 < 3;
      times.append(comma).append(start + 300L * i);
      expected.append(comma).append(rounded(usual));
      lower.append(comma).append(rounded(usual - 60));
      upper.append(comma).append(rounded(usual + 60));
      values.append(comma).append(rounded(usual + 30 * Math.sin(i * 1.7) - (strange ? 500 : 0)));
      severity.append(comma).append(strange ? 80 : 0);
    }
    return ("{\"measure\":\"orders\",\"scope\":{},\"zone\":\"UTC\",\"interval\":300,\"times\":[%s],\"value\":[%s],"
            + "\"expected\":[%s],\"lower\":[%s],\"upper\":[%s],\"severity\":[%s],\"weekBefore\":[%s],\"anomalous\":[]}")
        .formatted(times, values, expected, lower, upper, severity, expected);
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
