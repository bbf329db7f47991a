package dev.tidewatch.consolecheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.tidewatch.consolecheck.browser.Chromium;
import dev.tidewatch.consolecheck.browser.ConsolePage;
import dev.tidewatch.consolecheck.browser.Look;
import dev.tidewatch.consolecheck.browser.Onlooker;
import dev.tidewatch.consolecheck.world.World;
import dev.tidewatch.consolecheck.world.WorldKind;
import dev.tidewatch.detector.access.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of the console through a browser: one world a class, people with browsers of their own in
 * each test. A test fails, too, when a page did something wrong that nobody looked at.
 */
@ExtendWith(BrowserExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
abstract class BrowserTest {
  @TempDir static Path folder;

  private final WorldKind kind;
  private final List<Onlooker> onlookers = new ArrayList<>();
  private Chromium chromium;
  private World world;

  BrowserTest(WorldKind kind) {
    this.kind = kind;
  }

  @BeforeAll
  void begin(Chromium chromium) {
    this.chromium = chromium;
    this.world = World.start(kind, folder.resolve(getClass().getSimpleName()), 0);
  }

  @AfterEach
  void nobodyComplains() {
    List<String> complaints = onlookers.stream().flatMap(one -> one.complaints().stream()).toList();
    onlookers.forEach(Onlooker::close);
    onlookers.clear();
    assertThat(complaints).as("what pages did wrong").isEmpty();
  }

  @AfterAll
  void end() {
    if (world != null) {
      world.close();
    }
  }

  Chromium chromium() {
    return chromium;
  }

  World world() {
    return world;
  }

  /** Somebody who has not signed in. */
  Onlooker stranger(Look look) {
    Onlooker onlooker = chromium.onlooker(world.url(), look);
    onlookers.add(onlooker);
    return onlooker;
  }

  /** Somebody who has. */
  Onlooker visitor(Role role, Look look) {
    return stranger(look).signIn(world.link(role));
  }

  Page open(Onlooker onlooker, ConsolePage page) {
    onlooker.open(page.path(world));
    return onlooker.page();
  }

  /** Waits until a chart of the page is drawn, and answers it. */
  static Locator drawnChart(Page page) {
    Locator chart = page.locator("figure.chart:not([data-size=small])").first();
    chart.scrollIntoViewIfNeeded();
    chart.locator("canvas").first().waitFor();
    page.waitForFunction("() => performance.getEntriesByName('chart-drawn').length > 0");
    return chart;
  }
}
