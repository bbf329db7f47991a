package dev.tidewatch.consolecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.tidewatch.consolecheck.browser.ConsolePage;
import dev.tidewatch.consolecheck.browser.Look;
import dev.tidewatch.consolecheck.browser.Onlooker;
import dev.tidewatch.consolecheck.world.WorldKind;
import dev.tidewatch.detector.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Settings are tried on a history that the server really reads. */
@TestMethodOrder(OrderAnnotation.class)
class TrialTest extends BrowserTest {
  TrialTest() {
    super(WorldKind.HISTORY);
  }

  @AfterEach
  void goOn() {
    world().goOn();
  }

  private Page form(Look look) {
    return open(visitor(Role.ADMIN, look), ConsolePage.BACKTEST);
  }

  private int detectors() {
    return world()
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT count(*) FROM detector WHERE id NOT IN (SELECT detector FROM trial)")
                    .mapTo(Integer.class)
                    .one());
  }

  @Test
  @Order(1)
  void aTrialIsWatchedUntilItIsDone() {
    Page page = form(Look.WIDE);
    page.getByLabel("What was anomalous").fill(world().label());
    world().hold();
    page.getByText("Begin the trial").click();
    page.waitForURL("**/backtest/tills-trial-1");
    page.locator("[data-live-state]:has-text('live')").waitFor();
    page.evaluate("window.notReloaded = true");
    world().takeAStep();
    page.locator("progress[max='400']").waitFor();
    String before = page.locator("progress").getAttribute("value");
    world().takeAStep();
    page.waitForFunction(
        "before => +document.querySelector('progress').getAttribute('value') > +before", before);
    assertThat(page.locator("main").innerText()).contains("of 400 intervals", "Give up and delete");
    world().goOn();
    page.getByText("What it found").waitFor();
    assertThat(page.evaluate("window.notReloaded")).isEqualTo(true);
    assertThat(page.locator("main").innerText())
        .contains("1 of 1 known anomalies found", "Promote to live");
  }

  @Test
  @Order(2)
  void aMistakeLeadsToItsFieldAndWhatWasEnteredStays() {
    Onlooker admin = visitor(Role.ADMIN, Look.NARROW).forgiving("status of 422");
    Page page = open(admin, ConsolePage.BACKTEST);
    page.getByLabel("Offset in seconds").fill("-5");
    page.getByLabel("revenue").uncheck();
    page.getByText("Only records of some values").click();
    page.getByLabel("country: values").fill("uk");
    page.getByText("Begin the trial").click();
    page.locator("[role=alert] a").click();
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("field-offset");
    assertThat(page.locator("#about-offset").innerText())
        .contains("an offset is 0 to 432000 seconds, not “-5”");
    assertThat(admin.stickingOut()).isEmpty();
    assertThat(page.getByLabel("revenue").isChecked()).isFalse();
    page.keyboard().press("ControlOrMeta+A");
    page.keyboard().type("120");
    page.keyboard().press("Enter");
    page.waitForURL("**/backtest/tills-trial-2");
    page.getByText("What it found").waitFor();
    assertThat(page.locator("main").innerText()).contains("country: uk", "120 seconds", "orders");
  }

  @Test
  @Order(3)
  void twoAreComparedAndOneIsPromotedWhenAsked() {
    Page page = form(Look.WIDE);
    page.getByText("Compare", new Page.GetByTextOptions().setExact(true)).click();
    page.waitForURL("**one=*");
    assertThat(page.locator("main").innerText())
        .contains("tills-trial-1 and", "country: uk", "Found by both");
    page.locator("thead a").first().click();
    page.getByText("Promote to live").click();
    assertThat(page.locator("h1").innerText()).endsWith("live?");
    assertThat(detectors()).isEqualTo(1);
    page.getByText("Cancel").click();
    page.getByText("Promote to live").click();
    page.getByLabel("Name of the new detector").fill("tills-better");
    page.getByText("Make it live").click();
    page.waitForURL("**/d/tills-better");
    assertThat(page.locator(".notice.good").innerText()).contains("is live");
    assertThat(detectors()).isEqualTo(2);
  }

  @Test
  @Order(4)
  void itAllWorksWithoutScripts() {
    Page page = form(Look.WIDE.withoutScripts());
    page.navigate(world().url() + "/backtest?base=tills");
    page.getByLabel("Interval").selectOption("PT10M");
    page.getByText("Begin the trial").click();
    assertThat(page.locator("h1").innerText()).isEqualTo("tills-trial-3");
    assertThat(page.locator("main").innerText()).contains("10 minutes");
    page.locator("button.danger").click();
    assertThat(page.locator(".notice.good").innerText()).contains("is being deleted");
  }

  @Test
  @Order(5)
  void aViewerLooksOnly() {
    Onlooker viewer = visitor(Role.VIEWER, Look.WIDE).forgiving("status of 403");
    Page page = open(viewer, ConsolePage.BACKTEST);
    page.getByText("tills-trial-1").first().click();
    page.waitForURL("**/backtest/tills-trial-1");
    assertThat(page.getByText("What it found").count()).isEqualTo(1);
    assertThat(page.locator("main form, main .tools").count()).isZero();
    assertThat(viewer.open("/backtest/tills-trial-1/promote").status()).isEqualTo(403);
  }
}
