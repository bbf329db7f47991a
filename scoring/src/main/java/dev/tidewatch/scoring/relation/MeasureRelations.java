package dev.tidewatch.scoring.relation;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.scoring.snapshot.DamagedSnapshot;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.util.List;

/**
 * Learns which measures of a metric set move which, and says of an anomaly what caused it and what
 * it affects.
 *
 * <p>Every interval: {@link #nextInterval}, then {@link #observe} for each scope (a leaf, a value
 * of one dimension, or the total). While an anomaly lasts: {@link #begin} its episode, {@link
 * #extend} it with each interval, ask {@link #related} at will, {@link #learn} from it when it is
 * over.
 *
 * <p>Pure and deterministic; not for use by several threads at once. Keeps sums by pair of measures
 * and the residuals of twelve intervals by scope.
 */
public final class MeasureRelations {
  private static final double QUIET = 6;
  private static final double CLIP = 4;
  private static final int FADE_EVERY = 32;
  private static final double MEMORY = 8_000;
  private static final double MOST_NOISE = 1;

  /** Below this, and beyond that, it is the number's own range that speaks, not the measure. */
  private static final double LEAST_NOISE = 1e-9;

  private static final double FARTHEST = 1e6;

  private static final int REMEMBERED = 12;

  /** Of more scopes than this, some learn in one interval and others in the next. */
  private static final int SCOPES_LEARNT_FROM = 256;

  private final int measures;
  private final DeclaredLinks declared;
  private final LinkMoments moments;
  private final RecentResiduals recent;
  private final EpisodeTally tally;
  private final double[] quiet;
  private final double[] noise;
  private long intervals;

  /**
   * @param measures how many the metric set has
   * @param declared what the user knows of them, {@link DeclaredLinks#NONE} for nothing
   */
  public MeasureRelations(int measures, DeclaredLinks declared) {
    this.measures = measures;
    this.declared = requireNonNull(declared, "declared");
    declared.requireWithin(measures);
    this.moments = new LinkMoments(measures);
    this.recent = new RecentResiduals(measures, REMEMBERED);
    this.tally = new EpisodeTally(measures);
    this.quiet = new double[LinkMoments.LAGS * measures];
    this.noise = new double[LinkMoments.LAGS * measures];
  }

  /** A new interval begins; scopes that are not observed in it have no values. */
  public void nextInterval() {
    recent.nextInterval();
    if (++intervals % FADE_EVERY == 0) {
      moments.fade(fading());
    }
  }

  /**
   * What is older than some 8,000 intervals is forgotten; before that, weight grows with time, as
   * the first residuals are those of predictors which know little yet.
   */
  private double fading() {
    double before = (intervals - FADE_EVERY) / (double) intervals;
    return Math.min(1 - FADE_EVERY / MEMORY, before);
  }

  /**
   * Takes in the residuals of a scope in this interval.
   *
   * @param scope its number, small and always the same
   * @param residual by measure: (value - expected) / scatter, NaN for none; beyond a million counts
   *     as a million
   * @param relativeNoise by measure: scatter / |expected|; where it is more than 1, so little is
   *     expected that a relative change says nothing, and the measure is left out
   */
  public void observe(int scope, double[] residual, double[] relativeNoise) {
    for (int measure = 0; measure < measures; measure++) {
      double share = relativeNoise[measure];
      boolean usable = share >= LEAST_NOISE && share <= MOST_NOISE;
      double near = Math.max(-FARTHEST, Math.min(FARTHEST, residual[measure]));
      recent.put(scope, measure, near, usable ? share : Double.NaN);
    }
    if (Math.floorMod(scope + intervals, 1 + recent.scopes() / SCOPES_LEARNT_FROM) == 0) {
      learnOn(scope);
    }
  }

  private void learnOn(int scope) {
    recent.copyQuiet(scope, quiet, noise, QUIET, CLIP);
    for (int later = 0; later < measures; later++) {
      if (!Double.isNaN(quiet[later])) {
        learnPairs(later);
      }
    }
  }

  /** NaN, for what is missing or not quiet, is never more than 0: such a pair is left out. */
  private void learnPairs(int later) {
    double after = quiet[later];
    double precision = 1 / noise[later];
    for (int lag = 0; lag < LinkMoments.LAGS; lag++) {
      int then = lag * measures;
      int measuresThen = lag == 0 ? later : measures;
      for (int earlier = 0; earlier < measuresThen; earlier++) {
        double before = quiet[then + earlier];
        double ratio = noise[then + earlier] * precision;
        if (earlier != later && !Double.isNaN(before) && ratio > 0) {
          moments.add(earlier, later, lag, ratio, before, after);
        }
      }
    }
  }

  /**
   * What all measures do in a scope in which an anomaly began some intervals ago, after this
   * interval was observed. Goes back eight intervals at most.
   */
  public Episode begin(int scope, int intervalsAgo) {
    if (intervalsAgo < 0) {
      throw new IllegalArgumentException(
          "an anomaly began 0 or more intervals ago, not " + intervalsAgo);
    }
    Episode episode = new Episode(measures);
    int first = Math.min(REMEMBERED - 1, intervalsAgo + Episode.LEAD);
    for (int ago = first; ago >= 0; ago--) {
      add(episode, scope, ago);
    }
    return episode;
  }

  /** It lasts in this interval as well, after the scope was observed. */
  public void extend(Episode episode, int scope) {
    if (!episode.full()) {
      add(episode, scope, 0);
    }
  }

  private void add(Episode episode, int scope, int ago) {
    for (int measure = 0; measure < measures; measure++) {
      episode.add(measure, recent.residual(scope, measure, ago), recent.noise(scope, measure, ago));
    }
    episode.nextInterval();
  }

  /** From here on scopes have other numbers. */
  public void renumberScopes() {
    recent.clear();
  }

  /** What caused the anomaly of this measure, and what it affects; causes first, largest first. */
  public List<RelatedMeasure> related(int measure, Episode episode) {
    return new Explanation(links(), tally, declared, episode).of(measure);
  }

  /** Learns from a closed anomaly of this measure how the others moved with it. */
  public void learn(int measure, Episode episode) {
    new Explanation(links(), tally, declared, episode).teach(measure);
  }

  Links links() {
    return new LinkFinder(measures, moments, tally, declared).find();
  }

  /** Writes all that was learnt; episodes are written by themselves. */
  public void write(StateWriter out) {
    out.integer(measures);
    out.longer(intervals);
    moments.write(out);
    recent.write(out);
    tally.write(out);
  }

  /** Reads what {@link #write} wrote, in place of all that was learnt. */
  public void read(StateReader in) {
    int written = in.count();
    if (written != measures) {
      throw new DamagedSnapshot(
          "the snapshot has relations of %d measures, not %d".formatted(written, measures));
    }
    intervals = in.longer();
    moments.read(in);
    recent.read(in);
    tally.read(in);
  }

  /** Reads what {@link Episode#write} wrote. */
  public Episode readEpisode(StateReader in) {
    return Episode.read(measures, in);
  }
}
