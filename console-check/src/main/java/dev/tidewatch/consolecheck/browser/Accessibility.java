package dev.tidewatch.consolecheck.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import java.util.List;
import java.util.stream.Collectors;

/** What of WCAG 2.2 A and AA a page breaks, as far as axe-core can tell. */
public final class Accessibility {
  private static final List<String> TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private Accessibility() {}

  /** One line a broken rule, with the elements that break it. */
  public static List<String> violations(Onlooker onlooker) {
    return new AxeBuilder(onlooker.page())
        .withTags(TAGS).analyze().getViolations().stream().map(Accessibility::line).toList();
  }

  private static String line(Rule rule) {
    String where =
        rule.getNodes().stream()
            .limit(6)
            .map(CheckedNode::getHtml)
            .map(html -> html.length() > 160 ? html.substring(0, 160) + "…" : html)
            .collect(Collectors.joining(" | "));
    return "%s (%s, %d elements): %s"
        .formatted(rule.getId(), rule.getImpact(), rule.getNodes().size(), where);
  }
}
