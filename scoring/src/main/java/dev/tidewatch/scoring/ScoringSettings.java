package dev.tidewatch.scoring;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.metricset.MetricSet;
import dev.tidewatch.scoring.cube.MeasureSettings;
import dev.tidewatch.scoring.group.GroupSettings;
import dev.tidewatch.scoring.relation.DeclaredLinks;
import dev.tidewatch.scoring.relation.DeclaredLinks.DeclaredLink;
import dev.tidewatch.scoring.series.MissingRule;
import dev.tidewatch.scoring.series.SeriesSettings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the engine knows of a metric set before its first row.
 *
 * @param interval one minute to one day, a whole number of them a day
 * @param zone where its days begin
 * @param measures one at least, each of another name
 * @param dimensions the names of its dimensions, each another, {@value MetricSet#MAX_DIMENSIONS} at
 *     most
 * @param mostSeries dimension combinations that are scored at most; rows of further ones are
 *     counted and left out
 * @param declared which measures cause which, as far as the user knows; between two measures that
 *     are both named here only that holds, whatever was learnt
 * @param forests how many series a Random Cut Forest watches, too: 0 for none, {@value
 *     #MOST_FORESTS} at most, one a measure at least. Every measure has an equal share of them,
 *     rounded down, for its total and then its scopes of a single dimension value in the order of
 *     their first appearance. Needs {@code randomcutforest-core} on the class path.
 */
public record ScoringSettings(
    Duration interval,
    ZoneId zone,
    List<MeasureSettings> measures,
    List<String> dimensions,
    int mostSeries,
    GroupSettings groups,
    List<DeclaredCause> declared,
    int forests) {
  /** Lookout for Metrics' most metrics a detector. */
  public static final int MOST_SERIES = 50_000;

  /** A forest costs what some hundred series do. */
  public static final int MOST_FORESTS = 64;

  public ScoringSettings {
    new SeriesSettings(interval, zone, MissingRule.UNKNOWN); // checks both
    measures = List.copyOf(measures);
    dimensions = List.copyOf(dimensions);
    declared = List.copyOf(declared);
    requireNonNull(groups, "groups");
    if (measures.isEmpty()) {
      throw new IllegalArgumentException("a metric set has one measure at least");
    }
    if (dimensions.size() > MetricSet.MAX_DIMENSIONS) {
      throw new IllegalArgumentException(
          "a metric set has %d dimensions at most, not %d"
              .formatted(MetricSet.MAX_DIMENSIONS, dimensions.size()));
    }
    requireDifferent("measures", names(measures));
    requireDifferent("dimensions", dimensions);
    if (mostSeries < 1) {
      throw new IllegalArgumentException("most series are 1 or more, not " + mostSeries);
    }
    links(names(measures), declared);
    if (forests != 0 && (forests < measures.size() || forests > MOST_FORESTS)) {
      throw new IllegalArgumentException(
          "forests are none, or one a measure (%d) to %d, not %d"
              .formatted(measures.size(), MOST_FORESTS, forests));
    }
  }

  /** Where the user declares nothing. */
  public ScoringSettings(
      Duration interval,
      ZoneId zone,
      List<MeasureSettings> measures,
      List<String> dimensions,
      int mostSeries,
      GroupSettings groups) {
    this(interval, zone, measures, dimensions, mostSeries, groups, List.of(), 0);
  }

  private static List<String> names(List<MeasureSettings> measures) {
    return measures.stream().map(MeasureSettings::name).toList();
  }

  private static void requireDifferent(String what, List<String> names) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException("two %s are named '%s'".formatted(what, name));
      }
    }
  }

  /** With the defaults for everything that is not of the metric set. */
  public static ScoringSettings of(
      Duration interval, ZoneId zone, List<MeasureSettings> measures, List<String> dimensions) {
    return new ScoringSettings(
        interval, zone, measures, dimensions, MOST_SERIES, GroupSettings.DEFAULT);
  }

  /** The same, with what the user knows of causes. */
  public ScoringSettings with(List<DeclaredCause> declared) {
    return new ScoringSettings(
        interval, zone, measures, dimensions, mostSeries, groups, declared, forests);
  }

  /** The same, with as many forests as there may be. */
  public ScoringSettings withForest() {
    return withForests(MOST_FORESTS);
  }

  /** The same, with so many forests. */
  public ScoringSettings withForests(int forests) {
    return new ScoringSettings(
        interval, zone, measures, dimensions, mostSeries, groups, declared, forests);
  }

  /** What the user declares, by the positions of measures. */
  DeclaredLinks links() {
    return links(names(measures), declared);
  }

  private static DeclaredLinks links(List<String> names, List<DeclaredCause> declared) {
    Set<DeclaredLink> links = new HashSet<>();
    for (DeclaredCause each : declared) {
      links.add(new DeclaredLink(position(names, each.cause()), position(names, each.effect())));
    }
    return new DeclaredLinks(links);
  }

  private static int position(List<String> names, String measure) {
    int position = names.indexOf(measure);
    if (position < 0) {
      throw new IllegalArgumentException(
          "a declared cause or effect is '%s', but the measures are %s".formatted(measure, names));
    }
    return position;
  }

  /** Everything in it, a line each; names come last, so that no name looks like something else. */
  List<String> described() {
    List<String> lines = new ArrayList<>();
    lines.add("interval " + interval);
    lines.add("zone " + zone);
    lines.add("most series " + mostSeries);
    lines.add("groups " + groups);
    if (forests > 0) {
      lines.add("forests " + forests);
    }
    for (int i = 0; i < measures.size(); i++) {
      MeasureSettings each = measures.get(i);
      lines.add(
          "measure %d %s %s '%s'".formatted(i, each.aggregation(), each.missing(), each.name()));
    }
    for (int i = 0; i < dimensions.size(); i++) {
      lines.add("dimension %d '%s'".formatted(i, dimensions.get(i)));
    }
    links().links().stream()
        .map(link -> "measure %d causes measure %d".formatted(link.cause(), link.effect()))
        .sorted()
        .forEach(lines::add);
    return lines;
  }

  /** Throws unless another's description is the same; says what differs. */
  void requireSame(List<String> other) {
    List<String> own = described();
    List<String> theirs = new ArrayList<>(other);
    theirs.removeAll(own);
    if (!theirs.isEmpty() || other.size() != own.size()) {
      List<String> ours = new ArrayList<>(own);
      ours.removeAll(other);
      throw new IllegalArgumentException(
          "the snapshot was made with other settings: %s, not %s"
              .formatted(listed(theirs), listed(ours)));
    }
  }

  private static String listed(List<String> lines) {
    return lines.isEmpty() ? "nothing more" : String.join(", ", lines);
  }
}
