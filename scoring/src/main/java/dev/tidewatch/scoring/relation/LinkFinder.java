package dev.tidewatch.scoring.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides which measures are linked, and which is the cause.
 *
 * <p>Linked are two measures whose residuals go together on quiet days. Which one is the cause is
 * told, in log-odds, by
 *
 * <ul>
 *   <li>the lag at which they go together best: the cause is earlier (Granger 1969; Runge et al.
 *       2019, PCMCI);
 *   <li>the evenness of the slope over scopes of unlike noise (see {@link LinkMoments});
 *   <li>the slope itself: most business measures are proportional to their cause, and noise of its
 *       own makes the slope on an effect flatter than that;
 *   <li>past anomalies (see {@link EpisodeTally}).
 * </ul>
 *
 * A link that a common cause explains wholly is dropped, as the PC algorithm does (Spirtes, Glymour
 * 1991): their slope is then the product of the slopes by way of the common cause. Links by way of
 * a third measure in between stay: who asks what an anomaly affects wants to know the end as well.
 */
final class LinkFinder {
  private static final double LEAST_STRENGTH = 3.5;
  private static final double LEAST_ELASTICITY = 0.1;
  private static final double LEAST_LOG_ODDS = 0.5;
  private static final double LAG_LOG_ODDS = 6;
  private static final double MOST_LOG_ODDS = 4;
  private static final double TOLERANCE = 0.05;
  private static final double SAME = 0.25;

  private final int measures;
  private final LinkMoments moments;
  private final EpisodeTally tally;
  private final DeclaredLinks declared;

  LinkFinder(int measures, LinkMoments moments, EpisodeTally tally, DeclaredLinks declared) {
    this.measures = measures;
    this.moments = moments;
    this.tally = tally;
    this.declared = declared;
  }

  Links find() {
    List<Link> found = new ArrayList<>();
    for (int a = 0; a < measures; a++) {
      for (int b = a + 1; b < measures; b++) {
        link(a, b).ifPresent(found::add);
      }
    }
    Links all = new Links(found);
    return new Links(found.stream().filter(link -> !byCommonCause(link, all)).toList());
  }

  private Optional<Link> link(int a, int b) {
    if (declared.speakOf(a, b)) {
      return declared.cause(a, b)
          ? Optional.of(declaredLink(a, b))
          : declared.cause(b, a) ? Optional.of(declaredLink(b, a)) : Optional.empty();
    }
    int lag = bestLag(a, b);
    double odds = logOdds(a, b, lag) + bounded(tally.direction(a, b), MOST_LOG_ODDS);
    if (Math.abs(odds) < LEAST_LOG_ODDS) {
      return Optional.empty();
    }
    return odds > 0 ? learnt(a, b, Math.max(0, lag)) : learnt(b, a, Math.max(0, -lag));
  }

  private Link declaredLink(int cause, int effect) {
    int lag = 0;
    for (int i = 1; i < LinkMoments.LAGS; i++) {
      if (strength(cause, effect, i) > strength(cause, effect, lag)) {
        lag = i;
      }
    }
    return learnt(cause, effect, lag).orElse(new Link(cause, effect, 0, 0));
  }

  private Optional<Link> learnt(int cause, int effect, int lag) {
    double elasticity = slope(cause, effect, lag).elasticity();
    return strength(cause, effect, lag) >= LEAST_STRENGTH
            && Math.abs(elasticity) >= LEAST_ELASTICITY
        ? Optional.of(new Link(cause, effect, lag, elasticity))
        : Optional.empty();
  }

  /** By how many intervals the first is ahead of the second, negative if it is behind. */
  private int bestLag(int a, int b) {
    int best = 0;
    double most = 1.1 * Math.max(strength(a, b, 0), strength(b, a, 0));
    for (int lag = 1; lag < LinkMoments.LAGS; lag++) {
      if (strength(a, b, lag) > most) {
        best = lag;
        most = strength(a, b, lag);
      }
      if (strength(b, a, lag) > most) {
        best = -lag;
        most = strength(b, a, lag);
      }
    }
    return best;
  }

  private double logOdds(int a, int b, int lag) {
    if (lag != 0) {
      return lag > 0 ? LAG_LOG_ODDS : -LAG_LOG_ODDS;
    }
    Slope there = slope(a, b, 0);
    Slope back = slope(b, a, 0);
    double even = logRatio(back.unevenness(), there.unevenness(), TOLERANCE);
    double plain = logRatio(distanceFromOne(back), distanceFromOne(there), TOLERANCE * TOLERANCE);
    return bounded(even, MOST_LOG_ODDS) + bounded(plain, MOST_LOG_ODDS / 2);
  }

  private static double logRatio(double one, double other, double tolerance) {
    return StrictMath.log((one + tolerance) / (other + tolerance));
  }

  private static double distanceFromOne(Slope slope) {
    double distance = StrictMath.log(Math.abs(slope.elasticity()) + 1e-9);
    return distance * distance;
  }

  private static double bounded(double value, double most) {
    return Math.max(-most, Math.min(most, value));
  }

  private double strength(int cause, int effect, int lag) {
    return Math.abs(slope(cause, effect, lag).strength());
  }

  private Slope slope(int from, int to, int lag) {
    return lag == 0 && from > to ? moments.backward(to, from, 0) : moments.forward(from, to, lag);
  }

  private boolean byCommonCause(Link link, Links all) {
    for (int c = 0; c < measures; c++) {
      Optional<Link> one = all.find(c, link.cause());
      Optional<Link> other = all.find(c, link.effect());
      if (one.isPresent()
          && other.isPresent()
          && other.get().lag() - one.get().lag() == link.lag()
          && !declared.speakOf(link.cause(), link.effect())) {
        double byWay = back(one.get()) * other.get().elasticity() / link.elasticity();
        if (Math.abs(1 - byWay) < SAME) {
          return true;
        }
      }
    }
    return false;
  }

  /** The slope of a cause on its effect. */
  private double back(Link link) {
    return link.lag() == 0
        ? slope(link.effect(), link.cause(), 0).elasticity()
        : moments.backward(link.cause(), link.effect(), link.lag()).elasticity();
  }
}
