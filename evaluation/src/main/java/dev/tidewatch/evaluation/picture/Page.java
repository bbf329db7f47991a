package dev.tidewatch.evaluation.picture;

import dev.tidewatch.evaluation.label.RowRange;
import dev.tidewatch.evaluation.picture.Episode.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A page that needs nothing but itself. */
final class Page {
  private static final int MOST_PANELS = 60;
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1c2733; --paper: #ffffff; --soft: #5b6b7b;
        --line: #d5dde5; --value: #1c2733; --band: #9cc3e6; --expected: #2b6ca3; --alert: #b3261e;
        --found: #2e7d32; --missed: #a85d00; --false: #b3261e; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e4eaf0; --paper: #12181f;
        --soft: #9aa9b8; --line: #303c48; --value: #e4eaf0; --band: #28506f; --expected: #6fb1e4;
        --alert: #ff8a80; --found: #81c784; --missed: #ffb74d; --false: #ff8a80; } }
      body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
        max-width: 1000px; margin: 2rem auto; padding: 0 1rem; }
      h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; } h3 { font-size: 1rem; }
      a { color: inherit; } svg { width: 100%; height: auto; }
      svg text { font: 11px system-ui, sans-serif; fill: var(--soft); }
      path { fill: none; } path.value { stroke: var(--value); stroke-width: 1.2;
        stroke-linecap: round; }
      path.band { fill: var(--band); opacity: .5; }
      path.expected { stroke: var(--expected); stroke-width: 1; }
      path.severity { stroke: var(--soft); } path.alerts { stroke: var(--alert); stroke-width: 2; }
      path.axis { stroke: var(--line); stroke-dasharray: 3 3; }
      rect.found { fill: var(--found); opacity: .18; }
      rect.missed { fill: var(--missed); opacity: .28; }
      rect.false-alert, rect.alert { fill: var(--false); opacity: .18; }
      rect.beside { fill: var(--soft); opacity: .15; }
      .wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
      td, th { text-align: left; padding: .15rem .6rem .15rem 0; white-space: nowrap;
        border-bottom: 1px solid var(--line); font-variant-numeric: tabular-nums; }
      """;

  private Page() {}

  /** All of one series: an overview, a table of its episodes, a panel for each. */
  static String ofSeries(ScoredSeries scored, List<Episode> episodes) {
    List<Panel> panels =
        episodes.stream().map(episode -> new Panel(scored, episode, episodes)).toList();
    RowRange all = new RowRange(0, scored.size() - 1);
    String overview =
        "<h2>Overview</h2>%n%s<p>%s</p>%n"
            .formatted(
                new Plot(scored, all).svg("overview", "All of " + scored.name(), episodes),
                Markup.escaped(summary(episodes)));
    return page(scored.name(), overview, panels);
  }

  /** Chosen episodes of several series. */
  static String ofPanels(String title, List<Panel> panels) {
    return page(title, "", panels);
  }

  private static String page(String title, String overview, List<Panel> panels) {
    Set<Panel> drawn = drawn(panels);
    StringBuilder rows = new StringBuilder();
    StringBuilder drawings = new StringBuilder();
    for (int i = 0; i < panels.size(); i++) {
      String id = "episode-" + (i + 1);
      boolean draw = drawn.contains(panels.get(i));
      rows.append(panels.get(i).tableRow(id, draw));
      drawings.append(draw ? panels.get(i).html(id) : "");
    }
    return """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>%s</title><style>%s</style></head><body>
        <h1>%s</h1>
        <p>Dark line: values. Blue: what was expected, and its band. Below: severity from 0 to 100; \
        50 and more alerts. Times are UTC.</p>
        %s<h2>Episodes</h2>
        <div class="wide"><table><thead><tr><th>Kind</th><th>Series</th><th>From</th><th>To</th>\
        <th>Rows</th><th>Severity</th><th>Trouble</th><th>First alert</th></tr></thead><tbody>
        %s</tbody></table></div>
        %s%s</body></html>
        """
        .formatted(
            Markup.escaped(title),
            STYLE,
            Markup.escaped(title),
            overview,
            rows,
            drawn.size() < panels.size()
                ? "<p>Drawn are the %d that say most.</p>%n".formatted(drawn.size())
                : "",
            drawings);
  }

  private static String summary(List<Episode> episodes) {
    if (episodes.isEmpty()) {
      return "No alert, no labelled event.";
    }
    List<String> counts = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      long count = episodes.stream().filter(episode -> episode.kind() == kind).count();
      if (count > 0) {
        counts.add(kind.text() + ": " + count);
      }
    }
    return String.join(", ", counts);
  }

  /** What went wrong before what went well, the more severe first. */
  private static Set<Panel> drawn(List<Panel> panels) {
    Comparator<Panel> wrongFirst =
        Comparator.comparing(
            panel -> panel.episode().kind() == Kind.FOUND || panel.episode().kind() == Kind.BESIDE);
    return panels.stream()
        .sorted(
            wrongFirst.thenComparing(
                panel -> -panel.scored().score(panel.episode().peak()).severity()))
        .limit(MOST_PANELS)
        .collect(Collectors.toSet());
  }
}
