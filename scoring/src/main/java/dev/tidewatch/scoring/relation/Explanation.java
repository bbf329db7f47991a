package dev.tidewatch.scoring.relation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads an episode by what is known of the measures. */
final class Explanation {
  private static final double CHANCE_IF_LINKED = 0.8;
  private static final double CHANCE_IF_NOT = 0.05;
  private static final double LEAST_SHARE = 0.15;
  private static final double ANOMALOUS = 5;
  private static final double ONSET = 3;
  private static final double NOTABLE_ELASTICITY = 0.3;
  private static final double LEAST_LOG_ODDS = 1;

  private final Links links;
  private final EpisodeTally tally;
  private final DeclaredLinks declared;
  private final Episode episode;

  Explanation(Links links, EpisodeTally tally, DeclaredLinks declared, Episode episode) {
    this.links = links;
    this.tally = tally;
    this.declared = declared;
    this.episode = episode;
  }

  List<RelatedMeasure> of(int measure) {
    List<Cause> causes = new ArrayList<>();
    List<RelatedMeasure> effects = new ArrayList<>();
    for (int other = 0; other < episode.measures(); other++) {
      if (other != measure) {
        Optional<Link> cause = linkOrGuess(other, measure);
        Optional<Link> effect = linkOrGuess(measure, other);
        cause.flatMap(this::asCause).ifPresent(causes::add);
        effect.flatMap(this::asEffect).ifPresent(effects::add);
      }
    }
    List<RelatedMeasure> all = new ArrayList<>(shares(causes));
    effects.sort(Comparator.comparingDouble(RelatedMeasure::contributionPercent).reversed());
    all.addAll(effects);
    return List.copyOf(all);
  }

  private Optional<Link> linkOrGuess(int cause, int effect) {
    Optional<Link> known = links.find(cause, effect);
    return known.isPresent() || links.lead(effect, cause) || declared.speakOf(cause, effect)
        ? known
        : guess(cause, effect);
  }

  /**
   * Two measures that never went together before and now do, both far off: past anomalies and who
   * began tell the cause.
   */
  private Optional<Link> guess(int cause, int effect) {
    double odds = tally.direction(cause, effect) + onset(effect) - onset(cause);
    Response response = Response.of(episode, cause, effect, 0, 1);
    boolean both = response.moved() && peak(cause) >= ANOMALOUS;
    return both && odds >= LEAST_LOG_ODDS
        ? Optional.of(new Link(cause, effect, 0, response.xy() / response.xx()))
        : Optional.empty();
  }

  private Optional<RelatedMeasure> asEffect(Link link) {
    Response response = response(link);
    if (logOddsOfMoving(link) + response.support() <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        new RelatedMeasure(link.effect(), Relation.EFFECT, 100 * response.explained(), link.lag()));
  }

  private Optional<Cause> asCause(Link link) {
    Response response = response(link);
    boolean caused =
        response.shifts()
            && response.explained() >= LEAST_SHARE
            && logOddsOfMoving(link) + response.support() > 0;
    return caused ? Optional.of(new Cause(link, response.explained())) : Optional.empty();
  }

  private Response response(Link link) {
    double elasticity = link.elasticity();
    if (elasticity == 0) {
      Response free = Response.of(episode, link.cause(), link.effect(), link.lag(), 1);
      elasticity = free.moved() ? free.xy() / free.xx() : 0;
    }
    return Response.of(episode, link.cause(), link.effect(), link.lag(), elasticity);
  }

  private double logOddsOfMoving(Link link) {
    boolean known = links.lead(link.cause(), link.effect());
    double before = known ? CHANCE_IF_LINKED : CHANCE_IF_NOT;
    double chance = tally.chance(link.cause(), above(link.cause()), link.effect(), before);
    return StrictMath.log(chance / (1 - chance));
  }

  /**
   * Each cause is credited with what happened to it beyond what its own causes explain (Budhathoki,
   * Janzing, Bloebaum, Ng 2022: Causal structure-based root cause analysis of outliers).
   */
  private List<RelatedMeasure> shares(List<Cause> causes) {
    List<Cause> ordered = new ArrayList<>(causes);
    ordered.sort(
        Comparator.<Cause>comparingInt(cause -> ancestors(cause, causes).size())
            .thenComparingInt(cause -> cause.link().cause()));
    double[] own = new double[episode.measures()];
    double sum = 0;
    for (Cause cause : ordered) {
      double inherited =
          ancestors(cause, causes).stream().mapToDouble(c -> own[c.link().cause()]).sum();
      own[cause.link().cause()] = Math.max(0, cause.explained() - inherited);
      sum += own[cause.link().cause()];
    }
    double scale = 100 / Math.max(1, sum);
    return ordered.stream()
        .map(Cause::link)
        .map(l -> new RelatedMeasure(l.cause(), Relation.CAUSE, scale * own[l.cause()], l.lag()))
        .sorted(Comparator.comparingDouble(RelatedMeasure::contributionPercent).reversed())
        .toList();
  }

  private List<Cause> ancestors(Cause cause, List<Cause> causes) {
    return causes.stream()
        .filter(other -> links.lead(other.link().cause(), cause.link().cause()))
        .toList();
  }

  void teach(int measure) {
    if (peak(measure) < ANOMALOUS) {
      return;
    }
    for (int other = 0; other < episode.measures(); other++) {
      if (other != measure) {
        Optional<Link> link = links.find(measure, other);
        double elasticity = link.map(Link::elasticity).orElse(0.0);
        tally.add(
            measure,
            above(measure),
            other,
            Response.of(episode, measure, other, link.map(Link::lag).orElse(0), 1),
            Math.max(NOTABLE_ELASTICITY, Math.abs(elasticity)));
      }
    }
  }

  private boolean above(int measure) {
    double sum = 0;
    for (int i = Episode.LEAD; i < episode.intervals(); i++) {
      double residual = episode.residual(measure, i);
      sum += Double.isNaN(residual) ? 0 : residual;
    }
    return sum >= 0;
  }

  private double peak(int measure) {
    double peak = 0;
    for (int i = Episode.LEAD; i < episode.intervals(); i++) {
      double size = Math.abs(episode.residual(measure, i));
      peak = size > peak ? size : peak;
    }
    return peak;
  }

  /** The first interval in which a measure was off, the last one if it never was. */
  private int onset(int measure) {
    for (int i = 0; i < episode.intervals(); i++) {
      if (Math.abs(episode.residual(measure, i)) >= ONSET) {
        return i;
      }
    }
    return episode.intervals();
  }

  private record Cause(Link link, double explained) {}
}
