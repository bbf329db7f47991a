package dev.tidewatch.consolecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.tidewatch.consolecheck.browser.ConsolePage;
import dev.tidewatch.consolecheck.browser.Look;
import dev.tidewatch.consolecheck.browser.Onlooker;
import dev.tidewatch.consolecheck.world.WorldKind;
import dev.tidewatch.detector.access.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes out of a printer, also of somebody who looks at the console in the dark. */
class PrintTest extends BrowserTest {
  /** The middle of a sheet of A4 between margins, in pixels of a page. */
  private static final int SHEET = 718;

  PrintTest() {
    super(WorldKind.SHOP);
  }

  private Page inTheDark(ConsolePage page) {
    return open(visitor(Role.OPERATOR, Look.WIDE.inTheDark()), page);
  }

  private static void print(Page page) {
    page.setViewportSize(SHEET, 1000);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
  }

  @ParameterizedTest
  @EnumSource(
      value = ConsolePage.class,
      names = {"OVERVIEW", "ANOMALY"})
  void nothingIsPrintedThatPaperCannotDo(ConsolePage which) {
    Page page = inTheDark(which);
    print(page);
    List<Locator> printed =
        page.locator("nav:not(.pager), form, button, .button, input, select, .brush, .chart-tools")
            .all();
    assertThat(printed).isNotEmpty();
    assertThat(printed.stream().filter(Locator::isVisible).map(Locator::innerText)).isEmpty();
    assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(255, 255, 255)");
  }

  @ParameterizedTest
  @EnumSource(
      value = ConsolePage.class,
      names = {"OVERVIEW", "ANOMALY"})
  void tablesArePrintedWhole(ConsolePage which) {
    Page page = inTheDark(which);
    page.locator("details").evaluateAll("all => all.forEach(one => (one.open = true))");
    print(page);
    assertThat(
            page.evaluate(
                "() => [...document.querySelectorAll('table')].filter(one => one.scrollHeight > 2"
                    + " && (one.getBoundingClientRect().right > innerWidth"
                    + " || getComputedStyle(one.parentElement).overflow !== 'visible'"
                    + " || getComputedStyle(one.rows[0]).display !== 'table-row'))"
                    + ".map(one => one.className)"))
        .isEqualTo(List.of());
    byte[] sheets = page.pdf(new Page.PdfOptions().setFormat("A4").setPrintBackground(false));
    assertThat(new String(sheets, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
  }

  @Test
  void aChartIsPrintedInLightColoursAndDarkAgainAfterwards() {
    Onlooker onlooker = visitor(Role.OPERATOR, Look.WIDE.inTheDark());
    Page page = open(onlooker.forgiving("willReadFrequently"), ConsolePage.ANOMALY);
    Locator chart = drawnChart(page);
    Object dark = line(chart);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.waitForCondition(() -> !line(chart).equals(dark));
    assertThat(line(chart)).isEqualTo("11 92 122");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    page.waitForCondition(() -> line(chart).equals(dark));
  }

  /** The colour that most of what is drawn opaquely has: that of the line. */
  private static Object line(Locator chart) {
    return chart
        .locator("canvas")
        .first()
        .evaluate(
            "canvas => { const all = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;"
                + " const counts = new Map();"
                + " for (let i = 0; i < all.length; i += 4) { if (all[i + 3] < 255) continue;"
                + " const colour = `${all[i]} ${all[i + 1]} ${all[i + 2]}`;"
                + " if (colour === '11 92 122' || colour === '108 196 232')"
                + " counts.set(colour, (counts.get(colour) ?? 0) + 1); }"
                + " return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'none'; }");
  }
}
