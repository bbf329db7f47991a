package dev.tidewatch.scoring.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Measures of several scopes of unlike size that cause each other: relative deviation = sum over
 * causes of elasticity * theirs + swing + count noise of the scope's size + anomaly.
 */
final class World {
  static final int SCOPES = 12;
  private static final int KEPT = 4;

  private final int measures;
  private final Random random;
  private final double[] swing;
  private final double[] countNoise;
  private final List<Link> links = new ArrayList<>();
  private final double[][][] deviation = new double[SCOPES][KEPT][];
  private final double[][] scatter;
  private final double[] anomaly;
  private int anomalousScope = -1;
  private long now;

  World(int measures, long seed) {
    this.measures = measures;
    this.random = new Random(seed);
    this.swing = new double[measures];
    this.countNoise = new double[measures];
    this.scatter = new double[SCOPES][measures];
    this.anomaly = new double[measures];
    for (double[][] scope : deviation) {
      for (int i = 0; i < KEPT; i++) {
        scope[i] = new double[measures];
      }
    }
  }

  /**
   * @param swings standard deviation of what happens to the measure in all scopes alike
   * @param counted by what share the noise falls when the scope is larger: noise / sqrt(size)
   */
  World measure(int measure, double swings, double counted) {
    swing[measure] = swings;
    countNoise[measure] = counted;
    return this;
  }

  /** Causes must be of a smaller number than their effects. */
  World link(int cause, int effect, int lag, double elasticity) {
    links.add(new Link(cause, effect, lag, elasticity));
    return this;
  }

  void anomaly(int scope, int measure, double change) {
    anomalousScope = scope;
    anomaly[measure] = change;
  }

  void over() {
    anomalousScope = -1;
    Arrays.fill(anomaly, 0);
  }

  void runQuietly(MeasureRelations relations, int intervals) {
    for (int i = 0; i < intervals; i++) {
      step(relations);
    }
  }

  /** An anomaly of so many intervals that ends in this one. */
  Episode run(MeasureRelations relations, int scope, int measure, double change, int intervals) {
    anomaly(scope, measure, change);
    step(relations);
    Episode episode = relations.begin(scope, 0);
    for (int i = 1; i < intervals; i++) {
      step(relations);
      relations.extend(episode, scope);
    }
    over();
    return episode;
  }

  void step(MeasureRelations relations) {
    relations.nextInterval();
    now++;
    for (int scope = 0; scope < SCOPES; scope++) {
      double[] current = deviation[scope][(int) (now % KEPT)];
      double[] residual = new double[measures];
      double[] noise = new double[measures];
      for (int measure = 0; measure < measures; measure++) {
        current[measure] = draw(scope, measure);
        noise[measure] = noise(scope, measure, current[measure]);
        residual[measure] = current[measure] / noise[measure];
      }
      relations.observe(scope, residual, noise);
    }
  }

  private double draw(int scope, int measure) {
    double change = 0;
    for (Link link : links) {
      if (link.effect() == measure) {
        int then = (int) Math.floorMod(now - link.lag(), (long) KEPT);
        change += link.elasticity() * deviation[scope][then][link.cause()];
      }
    }
    double size = 10 * Math.pow(2, scope % 8);
    change += swing[measure] * random.nextGaussian();
    change += countNoise[measure] / Math.sqrt(size) * random.nextGaussian();
    return Math.max(-1, change + (scope == anomalousScope ? anomaly[measure] : 0));
  }

  /** The mean absolute deviation so far. */
  private double noise(int scope, int measure, double change) {
    double size = Math.abs(change);
    double old = scatter[scope][measure];
    double credible = old == 0 ? size : Math.min(size, 5 * old);
    scatter[scope][measure] = old + Math.max(0.002, 1.0 / now) * (credible - old);
    return Math.max(1e-3, scatter[scope][measure]);
  }
}
