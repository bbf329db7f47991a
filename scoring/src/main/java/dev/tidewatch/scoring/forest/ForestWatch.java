package dev.tidewatch.scoring.forest;

import dev.tidewatch.scoring.series.PointScore;
import dev.tidewatch.scoring.series.Rarity;
import dev.tidewatch.scoring.series.SeriesSettings;
import dev.tidewatch.scoring.series.Trouble;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.time.Duration;

/**
 * Sees shapes that the last weeks never showed, without a model of the season: how strange the last
 * eight values are to a {@link RecentForest}, made a return period by {@link Rarity}. The same
 * values give the same scores, also when the state was written and read back between any two of
 * them.
 */
public final class ForestWatch {
  /** The strangeness of what is usual, followed over so many values. */
  private static final double USUAL_VALUES = 2000;

  private static final Duration SILENT = Duration.ofDays(2);

  private final RecentForest forest = new RecentForest();
  private final Rarity rarity;
  private final long silent;
  private long known;
  private double usual;

  public ForestWatch(SeriesSettings settings) {
    rarity = new Rarity(settings, RecentForest.SHAPE, Trouble.SHAPE);
    silent = SILENT.dividedBy(settings.interval());
  }

  /**
   * Throws unless the library is there, which the module does not bring along by itself.
   *
   * @throws IllegalStateException says what to add
   */
  public static void requireLibrary() {
    try {
      Class.forName("com.amazon.randomcutforest.RandomCutForest");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(
          "the forest is asked for, but its library is not on the class path: add"
              + " software.amazon.randomcutforest:randomcutforest-core",
          e);
    }
  }

  /**
   * Takes in the next value of the series, after the engine has scored it. A missing value is
   * skipped: the forest sees those around it as neighbours.
   *
   * @param point what the engine says about it
   * @return the same, or the forest's score where that is higher
   */
  public PointScore join(PointScore point) {
    if (Double.isNaN(point.value())) {
      return point;
    }
    double strangeness = forest.strangeness((float) point.value());
    return strangeness > 0 ? join(point, strangeness) : point;
  }

  private PointScore join(PointScore point, double strangeness) {
    known++;
    double size = usual > 0 ? strangeness / usual : 1;
    double credible = known == 1 ? strangeness : Math.min(strangeness, 2 * usual);
    usual += Math.max(1 / USUAL_VALUES, 1.0 / known) * (credible - usual);
    PointScore joined = rarity.join(point, size * size);
    return known < silent ? point : joined;
  }

  public void write(StateWriter out) {
    out.longer(known);
    out.real(usual);
    rarity.write(out);
    forest.write(out);
  }

  public void read(StateReader in) {
    known = in.longer();
    usual = in.real();
    rarity.read(in);
    forest.read(in);
  }
}
