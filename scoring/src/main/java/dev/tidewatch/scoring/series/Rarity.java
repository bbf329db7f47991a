package dev.tidewatch.scoring.series;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;

/**
 * Lets a statistic from elsewhere join what the engine says about a series, under the rules of its
 * own watches: learns how large the statistic becomes on this series, gives it a share of the
 * alerts that a severity promises, tells lasting trouble once.
 */
public final class Rarity {
  private final long interval;
  private final int watched;
  private final Trouble trouble;
  private final BlockMaxima maxima;
  private final Told told;
  private final float[] memory;

  /**
   * @param settings those of the series
   * @param horizon for about so many values in a row the statistic hangs together
   * @param trouble what the statistic sees
   */
  public Rarity(SeriesSettings settings, int horizon, Trouble trouble) {
    if (horizon < 1) {
      throw new IllegalArgumentException("a horizon is at least 1 value, not " + horizon);
    }
    Layout layout = new Layout();
    this.interval = settings.interval().toSeconds();
    this.watched = settings.watched();
    this.trouble = requireNonNull(trouble, "trouble");
    this.maxima = new BlockMaxima(layout, horizon);
    this.told = new Told(layout, (int) interval);
    this.memory = new float[layout.size()];
    maxima.begin(memory, 0);
    told.begin(memory, 0);
  }

  /**
   * Takes in how large the statistic is now.
   *
   * @param point what the engine says
   * @param size in units of its usual size, 0 and more
   * @return the same, or with the statistic's score and trouble, where that is news and higher
   */
  public PointScore join(PointScore point, double size) {
    double score = score(size) - Watches.PENALTY;
    double best = Math.max(point.score(), score);
    boolean news = best > Watches.LEAST_SCORE && told.news(memory, 0, best);
    return news && score > point.score() ? with(point, score) : point;
  }

  /** log10 of the return period in seconds, 0 for what is usual. */
  private double score(double size) {
    double period = size > BlockMaxima.USUAL ? maxima.period(memory, 0, size) : 0;
    maxima.learn(memory, 0, size);
    return StrictMath.log10(Math.max(1, interval * period));
  }

  private PointScore with(PointScore point, double score) {
    return new PointScore(
        point.value(),
        point.expected(),
        point.lower(),
        point.upper(),
        score,
        Severity.of(score, watched),
        point.direction(),
        trouble);
  }

  public void write(StateWriter out) {
    out.floats(memory, memory.length);
  }

  public void read(StateReader in) {
    in.floats(memory, memory.length);
  }
}
