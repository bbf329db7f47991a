package dev.tidewatch.scoring.group;

import dev.tidewatch.scoring.contribution.LeafDeviations;
import dev.tidewatch.scoring.cube.Directory;
import dev.tidewatch.scoring.cube.MeasureScores;
import dev.tidewatch.scoring.series.Severity;
import dev.tidewatch.scoring.snapshot.StateReader;
import dev.tidewatch.scoring.snapshot.StateWriter;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;

/**
 * How unusual an interval of one measure is as a whole. Every kind of evidence and every cuboid has
 * an equal part in the false alarms, so the total keeps its eyes when there are thousands of
 * leaves. Of each cuboid the most unusual scope counts. How rarely the most unusual one is as
 * unusual as that, is learnt from the past of the same cuboid, where all its scopes are witnesses:
 * it corrects for their number and for the tails of small counts.
 */
final class Surprise {
  private static final int LONE = 0;
  private static final double MONTH = 30 * 86_400.0;
  private static final double LONGEST_INTERVAL = 3600;
  private static final double LEAST_MEMORY = 1000;

  private final long interval;
  private final double counted;
  private final ZoneRules zone;
  private final List<Evidence> kinds;
  private final List<Findings> findings;
  private final SurpriseTail[][] tails;
  private final double[][] largest;
  private int strongest;

  Surprise(long interval, ZoneId zone, int cuboids) {
    this.interval = interval;
    this.counted = Math.min((double) interval, LONGEST_INTERVAL);
    this.zone = zone.getRules();
    this.kinds =
        List.of(new LoneValue(interval), new LastingDeviation(), new SlowDeviation(interval));
    this.findings = kinds.stream().map(kind -> new Findings()).toList();
    this.tails = new SurpriseTail[kinds.size()][cuboids];
    this.largest = new double[kinds.size()][cuboids];
    double memory = Math.max(LEAST_MEMORY, MONTH / (double) interval);
    for (int kind = 0; kind < tails.length; kind++) {
      Evidence evidence = kinds.get(kind);
      for (int cuboid = 0; cuboid < cuboids; cuboid++) {
        tails[kind][cuboid] = new SurpriseTail(evidence.largest(), evidence.spacing(), memory);
      }
    }
  }

  /**
   * log10 of the return period of this interval, in seconds. An interval longer than an hour counts
   * as an hour: who looks once a day wants to be told of what is rare among days, too.
   */
  double score(long epochSecond, MeasureScores scores) {
    LocalTime time = LocalTime.of(epochSecond, interval, zone);
    double least = 1;
    for (int kind = 0; kind < tails.length; kind++) {
      findings.get(kind).begin(scores.scopes());
      kinds.get(kind).look(time, scores, findings.get(kind));
      findLargest(scores, kind);
      for (int cuboid = 0; cuboid < largest[kind].length; cuboid++) {
        double probability = tails[kind][cuboid].probability(largest[kind][cuboid]);
        if (probability < least) {
          least = probability;
          strongest = kind;
        }
      }
    }
    double own = ownScore(scores);
    strongest = own > period(least) ? LONE : strongest;
    return Math.max(period(least), own);
  }

  private void findLargest(MeasureScores scores, int kind) {
    Directory directory = scores.directory();
    double[] found = largest[kind];
    Arrays.fill(found, 0);
    for (int scope = 0; scope < scores.scopes(); scope++) {
      int cuboid = directory.cuboidOf(scope);
      found[cuboid] = Math.max(found[cuboid], findings.get(kind).size(scope));
    }
    for (int cuboid = 0; cuboid < found.length; cuboid++) {
      found[cuboid] = kinds.get(kind).onScale(found[cuboid]);
    }
  }

  /** The same of one scope, for the interval scored last. */
  double scoreOf(int scope, MeasureScores scores) {
    int cuboid = scores.directory().cuboidOf(scope);
    double least = 1;
    for (int kind = 0; kind < tails.length; kind++) {
      double size = kinds.get(kind).onScale(findings.get(kind).size(scope));
      least = Math.min(least, tails[kind][cuboid].probability(size));
    }
    return Math.max(period(least), scores.score(scope) - Severity.penalty(scores.scopes()));
  }

  /** The leaves' deviations in this very interval. */
  LeafDeviations deviationsNow(MeasureScores scores) {
    return findings.get(LONE).ofLeaves(scores);
  }

  /** The leaves' deviations as the strongest kind of evidence sees them. */
  LeafDeviations deviations(MeasureScores scores) {
    return findings.get(strongest).ofLeaves(scores);
  }

  /**
   * What the engine says of the most unusual scope, whatever the measure showed before, corrected
   * for the number of scopes: where something is always wrong somewhere, the past of the largest
   * knows no healthy interval, but each scope's own past does.
   */
  private double ownScore(MeasureScores scores) {
    double most = 0;
    for (int scope = 0; scope < scores.scopes(); scope++) {
      most = Math.max(most, scores.score(scope));
    }
    return most - Severity.penalty(scores.scopes());
  }

  private double period(double leastProbability) {
    double looks = (double) tails.length * tails[0].length;
    return StrictMath.log10(counted / Math.min(1, looks * leastProbability));
  }

  /**
   * Learns from the interval scored last. What is rarer than once a month counts as once a month:
   * an anomaly is no example of health.
   */
  void learn() {
    for (int kind = 0; kind < tails.length; kind++) {
      for (int cuboid = 0; cuboid < largest[kind].length; cuboid++) {
        if (largest[kind][cuboid] > 0) {
          tails[kind][cuboid].learn(largest[kind][cuboid], counted / MONTH);
        }
      }
    }
  }

  /**
   * @param former for every scope, which number it had before
   */
  void renumber(int[] former) {
    kinds.forEach(evidence -> evidence.renumber(former));
  }

  void write(StateWriter out) {
    for (int kind = 0; kind < tails.length; kind++) {
      kinds.get(kind).write(out);
      for (SurpriseTail tail : tails[kind]) {
        tail.write(out);
      }
    }
  }

  void read(StateReader in, int scopes) {
    for (int kind = 0; kind < tails.length; kind++) {
      kinds.get(kind).read(in, scopes);
      for (SurpriseTail tail : tails[kind]) {
        tail.read(in);
      }
    }
  }
}
