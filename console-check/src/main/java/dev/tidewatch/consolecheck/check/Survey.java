package dev.tidewatch.consolecheck.check;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import dev.tidewatch.consolecheck.browser.Accessibility;
import dev.tidewatch.consolecheck.browser.Chromium;
import dev.tidewatch.consolecheck.browser.ConsolePage;
import dev.tidewatch.consolecheck.browser.Look;
import dev.tidewatch.consolecheck.browser.Onlooker;
import dev.tidewatch.consolecheck.world.World;
import dev.tidewatch.detector.access.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks at every page, in every way.
 *
 * @param pictures where pictures of them go
 */
public record Survey(Chromium chromium, World world, String name, Optional<Path> pictures) {
  /** What one page is like in one way of looking. */
  public record Finding(
      ConsolePage page,
      Look look,
      int status,
      List<String> violations,
      List<String> tooWide,
      List<String> complaints) {
    public Finding {
      violations = List.copyOf(violations);
      tooWide = List.copyOf(tooWide);
      complaints = List.copyOf(complaints);
    }

    public boolean good() {
      return status == 200 && violations.isEmpty() && tooWide.isEmpty() && complaints.isEmpty();
    }

    /** As a line of a Markdown table. */
    String line() {
      return "| %s | %s | %d | %d | %d | %d |"
          .formatted(
              page.label(),
              look.label(),
              status,
              violations.size(),
              tooWide.size(),
              complaints.size());
    }
  }

  /** Some pages in some ways of looking. */
  public List<Finding> pages(List<ConsolePage> pages, List<Look> looks) {
    List<Finding> findings = new ArrayList<>();
    for (Look look : looks) {
      try (Onlooker onlooker = chromium.onlooker(world.url(), look)) {
        pages.stream()
            .filter(ConsolePage::isOutside)
            .forEach(page -> findings.add(finding(onlooker, page)));
        onlooker.signIn(world.link(Role.ADMIN));
        pages.stream()
            .filter(page -> !page.isOutside())
            .forEach(page -> findings.add(finding(onlooker, page)));
      }
    }
    return findings;
  }

  private Finding finding(Onlooker onlooker, ConsolePage page) {
    int before = onlooker.complaints().size();
    Response response = onlooker.open(page.path(world));
    settle(onlooker.page());
    List<String> violations = Accessibility.violations(onlooker);
    List<String> tooWide = onlooker.stickingOut();
    pictures.ifPresent(folder -> picture(onlooker, folder, page));
    List<String> complaints = onlooker.complaints();
    return new Finding(
        page,
        onlooker.look(),
        response.status(),
        violations,
        tooWide,
        complaints.subList(before, complaints.size()));
  }

  /** Until all that is in sight is drawn: charts come when they come near the screen. */
  private static void settle(Page page) {
    page.waitForLoadState(LoadState.LOAD);
    page.evaluate(
        "async () => { for (let y = 0; y < document.body.scrollHeight; y += innerHeight) {"
            + " scrollTo(0, y); await new Promise(done => setTimeout(done, 60)); } scrollTo(0, 0); }");
    page.waitForFunction(
        "() => ![...document.querySelectorAll('.chart-message')].some(one => one.textContent.includes('being loaded'))");
  }

  private void picture(Onlooker onlooker, Path folder, ConsolePage page) {
    onlooker
        .page()
        .screenshot(
            new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(
                    folder.resolve(
                        name + "-" + page.label() + "-" + onlooker.look().label() + ".png")));
  }
}
