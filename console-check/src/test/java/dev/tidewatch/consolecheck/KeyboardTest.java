package dev.tidewatch.consolecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tidewatch.consolecheck.browser.ConsolePage;
import dev.tidewatch.consolecheck.browser.Look;
import dev.tidewatch.consolecheck.world.WorldKind;
import dev.tidewatch.detector.access.Role;
import org.junit.jupiter.api.Test;

/** The console without a mouse. */
class KeyboardTest extends BrowserTest {
  private static final int ENOUGH = 60;

  KeyboardTest() {
    super(WorldKind.SHOP);
  }

  private Page at(ConsolePage page) {
    return open(visitor(Role.OPERATOR, Look.WIDE), page);
  }

  private static boolean isFocused(Page page, String selector) {
    return Boolean.TRUE.equals(
        page.evaluate("selector => document.activeElement.matches(selector)", selector));
  }

  /** Goes on with Tab until it is at such an element. */
  private static void tabTo(Page page, String selector) {
    for (int i = 0; i < ENOUGH; i++) {
      page.keyboard().press("Tab");
      if (isFocused(page, selector)) {
        return;
      }
    }
    throw new AssertionError(ENOUGH + " times Tab do not lead to " + selector);
  }

  @Test
  void theFirstTabSkipsToTheContent() {
    Page page = at(ConsolePage.OVERVIEW);
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to content");
    page.keyboard().press("Enter");
    assertThat(isFocused(page, "main")).isTrue();
  }

  @Test
  void lanesAreOneStopAndWalkedByArrows() {
    Page page = at(ConsolePage.OVERVIEW);
    page.locator("table[data-lanes] .cell[tabindex='0']").waitFor();
    tabTo(page, "table[data-lanes] .cell");
    Object last = page.evaluate("document.activeElement.getAttribute('aria-label')");
    page.keyboard().press("Home");
    Object first = page.evaluate("document.activeElement.getAttribute('aria-label')");
    page.keyboard().press("ArrowUp");
    Object above = page.evaluate("document.activeElement.getAttribute('aria-label')");
    assertThat(first).isNotEqualTo(last);
    assertThat(above).isNotEqualTo(first);
    page.keyboard().press("Enter");
    page.waitForURL("**measure=*");
    assertThat(page.locator("table.rows tbody tr").count()).isPositive();
  }

  @Test
  void aSpanOfLanesIsChosenAndShown() {
    Page page = at(ConsolePage.OVERVIEW);
    page.locator("table[data-lanes] .cell[tabindex='0']").waitFor();
    tabTo(page, "table[data-lanes] .cell");
    page.keyboard().press("Shift+ArrowLeft");
    page.keyboard().press("Shift+ArrowLeft");
    assertThat(page.locator(".lanes-choice [role=status]").innerText()).contains("chosen");
    page.keyboard().press("Enter");
    page.waitForURL("**from=2026-*");
    assertThat(page.url()).contains("to=2026-");
  }

  @Test
  void rowsAreWalkedAndOpened() {
    Page page = at(ConsolePage.OVERVIEW);
    page.keyboard().press("j");
    assertThat(isFocused(page, "tbody tr:nth-child(1) a")).isTrue();
    page.keyboard().press("j");
    assertThat(isFocused(page, "tbody tr:nth-child(2) a")).isTrue();
    page.keyboard().press("k");
    page.keyboard().press("Enter");
    page.waitForURL("**/d/shop/a/*");
  }

  @Test
  void theSlashSearches() {
    Page page = at(ConsolePage.OVERVIEW);
    page.keyboard().press("/");
    page.keyboard().type("revenue");
    page.keyboard().press("Enter");
    page.waitForURL("**q=revenue*");
    assertThat(page.locator("td[data-label=What]").allInnerTexts())
        .isNotEmpty()
        .allMatch(what -> what.startsWith("Revenue"));
  }

  @Test
  void theSeverityIsChosenByArrowsAndTakenAtEnter() {
    Page page = at(ConsolePage.OVERVIEW);
    page.locator("[data-severity] input[type=range]").focus();
    page.evaluate("window.same = true");
    for (int i = 0; i < 3; i++) {
      page.keyboard().press("ArrowLeft");
    }
    assertThat(isFocused(page, "input[type=range]")).isTrue();
    assertThat(page.evaluate("window.same")).isEqualTo(true);
    assertThat(page.locator("#sev").inputValue()).isEqualTo("47");
    page.keyboard().press("Enter");
    page.waitForURL("**sev=47*");
    page.waitForCondition(() -> isFocused(page, "input[type=range]"));
    page.keyboard().press("ArrowLeft");
    page.keyboard().press("Tab");
    assertThat(isFocused(page, "#sev")).as("the box belongs to the slider").isTrue();
    page.keyboard().press("Tab");
    page.waitForURL("**sev=46*");
    page.waitForCondition(() -> isFocused(page, "select[name=detector]"));
  }

  @Test
  void aChartTellsItsPoints() {
    Page page = at(ConsolePage.ANOMALY);
    drawnChart(page);
    page.locator("figure.chart .plot").first().focus();
    page.keyboard().press("ArrowRight");
    String told = page.locator("figure.chart [aria-live]").first().textContent();
    assertThat(told).contains("revenue", "expected");
    page.keyboard().press("Shift+A");
    String before = page.locator("figure.chart [aria-live]").first().textContent();
    assertThat(before).isNotEqualTo(told).contains("revenue");
  }

  @Test
  void feedbackIsChosenByItsNumber() {
    Page page = at(ConsolePage.ANOMALY);
    page.locator("h1").waitFor();
    page.keyboard().press("3");
    assertThat(page.getByLabel("False alarm").isChecked()).isTrue();
  }

  @Test
  void theHelpNamesTheKeysAndCloses() {
    Page page = at(ConsolePage.OVERVIEW);
    page.keyboard().press("?");
    page.locator("dialog[open]").waitFor();
    assertThat(page.locator("dialog[open]").innerText()).contains("Search", "Next row");
    page.keyboard().press("Escape");
    assertThat(page.locator("dialog[open]").count()).isZero();
  }
}
