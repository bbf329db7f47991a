package dev.tidewatch.scoring.rootcause;

import java.util.Arrays;
import java.util.Random;

/**
 * Kinds of cases, each of another paper's or production's making, so that a method is not fitted to
 * one generator. All are drawn from a seed.
 */
enum CaseFamily {
  /** Squeeze's B0 (Li et al. 2019): elements of one cuboid, one deviation, exact forecasts. */
  SQUEEZE_EXACT {
    @Override
    GeneratedCase draw(Random random) {
      return squeeze(random, 0);
    }
  },
  /** Squeeze's B2. */
  SQUEEZE_NOISE_4 {
    @Override
    GeneratedCase draw(Random random) {
      return squeeze(random, .04);
    }
  },
  /** Squeeze's B4. */
  SQUEEZE_NOISE_8 {
    @Override
    GeneratedCase draw(Random random) {
      return squeeze(random, .08);
    }
  },
  /**
   * Small counts, most of them under five; one or two scopes of one or two dimensions drop or
   * surge.
   */
  COUNTS {
    @Override
    GeneratedCase draw(Random random) {
      CauseCube cube = new CauseCube(random, 6, 8, 5, 4);
      cube.expect(leaf -> cube.lognormal(2, 1.2));
      double[] factor = ones(cube);
      boolean surge = random.nextInt(3) == 0;
      for (int i = 1 + random.nextInt(2); i > 0; i--) {
        double by = surge ? cube.between(1.8, 4) : cube.between(0, .6);
        change(cube, cube.cause(1 + random.nextInt(2)), factor, leaf -> by);
      }
      cube.observe(leaf -> cube.poisson(cube.expected[leaf] * factor[leaf]));
      return cube.finish();
    }
  },
  /** What is lost is not a share: every leaf of the scope loses another part of its own. */
  UNEVEN {
    @Override
    GeneratedCase draw(Random random) {
      CauseCube cube = new CauseCube(random, 6, 8, 6, 5);
      cube.expect(leaf -> cube.lognormal(100, 1.2));
      double[] factor = ones(cube);
      for (int i = 1 + random.nextInt(2); i > 0; i--) {
        change(cube, cube.cause(1 + random.nextInt(3)), factor, leaf -> cube.between(0, .8));
      }
      cube.observe(leaf -> noisy(cube, leaf, factor[leaf], .1 * cube.gauss()));
      return cube.finish();
    }
  },
  /** The same amount is lost in every leaf, as far as it has it. */
  ADDITIVE {
    @Override
    GeneratedCase draw(Random random) {
      CauseCube cube = new CauseCube(random, 6, 8, 6, 5);
      cube.expect(leaf -> cube.lognormal(100, .8));
      double[] lost = new double[cube.value.length];
      for (int i = 1 + random.nextInt(2); i > 0; i--) {
        int[] scope = cube.cause(1 + random.nextInt(2));
        double amount = cube.between(40, 120);
        for (int leaf = 0; leaf < lost.length; leaf++) {
          lost[leaf] = cube.in(scope, leaf) ? amount : lost[leaf];
        }
      }
      cube.observe(
          leaf ->
              Math.max(0, cube.expected[leaf] - lost[leaf])
                  + Math.min(1, 1 - .5 * lost[leaf] / 120)
                      * .08
                      * cube.expected[leaf]
                      * Math.abs(cube.gauss())
                      * (random.nextBoolean() ? 1 : -1));
      return cube.finish();
    }
  },
  /** Three leaves of ten inside the scope are not touched, and forecasts err with heavy tails. */
  SPOTTY {
    @Override
    GeneratedCase draw(Random random) {
      CauseCube cube = new CauseCube(random, 6, 8, 6, 5);
      cube.expect(leaf -> cube.lognormal(100, 1.5));
      double[] factor = ones(cube);
      for (int i = 1 + random.nextInt(2); i > 0; i--) {
        double by = cube.between(.1, .6);
        change(
            cube,
            cube.cause(1 + random.nextInt(2)),
            factor,
            leaf -> random.nextInt(10) < 3 ? 1 : by);
      }
      cube.observe(leaf -> noisy(cube, leaf, factor[leaf], .15 * cube.heavy()));
      return cube.finish();
    }
  },
  /** Two to four causes in different cuboids, some up and some down, each by another factor. */
  MIXED {
    @Override
    GeneratedCase draw(Random random) {
      CauseCube cube = new CauseCube(random, 6, 8, 6, 5);
      cube.expect(leaf -> cube.lognormal(100, 1.2));
      double[] factor = ones(cube);
      for (int i = 2 + random.nextInt(3); i > 0; i--) {
        double by = random.nextBoolean() ? cube.between(.1, .7) : cube.between(1.5, 4);
        change(cube, cube.cause(1 + random.nextInt(3)), factor, leaf -> by);
      }
      cube.observe(leaf -> noisy(cube, leaf, factor[leaf], .1 * cube.gauss()));
      return cube.finish();
    }
  },
  /** A success rate near 1 over few or many calls; calls of one or two scopes fail. */
  RATE {
    @Override
    GeneratedCase draw(Random random) {
      CauseCube cube = new CauseCube(random, 6, 8, 6, 5);
      for (int i = 0; i < cube.weight.length; i++) {
        cube.weight[i] = Math.rint(cube.lognormal(60, 1.3));
      }
      cube.expect(leaf -> cube.between(.96, .995));
      double[] factor = ones(cube);
      for (int i = 1 + random.nextInt(2); i > 0; i--) {
        double by = cube.between(.4, .9);
        change(cube, cube.cause(1 + random.nextInt(2)), factor, leaf -> by);
      }
      cube.observe(
          leaf -> {
            double calls = cube.weight[leaf];
            double rate = cube.expected[leaf] * factor[leaf];
            double good =
                rate < .95
                    ? calls * rate + Math.sqrt(calls * rate * (1 - rate)) * cube.gauss()
                    : calls - cube.poisson(calls * (1 - rate));
            return calls == 0 ? 0 : Math.max(0, Math.min(calls, Math.rint(good))) / calls;
          });
      return cube.finish();
    }
  },
  /** Forecasts of all leaves of a value err together, as real ones do; one or two causes. */
  COMMON_ERRORS {
    @Override
    GeneratedCase draw(Random random) {
      CauseCube cube = new CauseCube(random, 6, 8, 6, 5);
      cube.expect(leaf -> cube.lognormal(100, 1.2));
      double[] factor = ones(cube);
      double[] error = commonErrors(cube, .03);
      for (int i = 1 + random.nextInt(2); i > 0; i--) {
        double by = cube.between(.1, .65);
        change(cube, cube.cause(1 + random.nextInt(2)), factor, leaf -> by);
      }
      cube.observe(leaf -> noisy(cube, leaf, factor[leaf] * error[leaf], .1 * cube.gauss()));
      return cube.finish();
    }
  },
  /** A small table as a shop has it: a few platforms in a few markets. */
  SMALL {
    @Override
    GeneratedCase draw(Random random) {
      return small(random, false);
    }
  },
  /** The same, with forecasts that say how sure they are. */
  SMALL_KNOWN {
    @Override
    GeneratedCase draw(Random random) {
      return small(random, true);
    }
  },
  /** Five dimensions of which few combinations occur, with small counts; one cause. */
  SPARSE {
    @Override
    GeneratedCase draw(Random random) {
      CauseCube cube = new CauseCube(random, 5, 8, 4, 6, 5);
      double[][] popularity = popularity(cube, 5, 8);
      cube.expect(
          leaf -> {
            double mean = .7;
            for (int j = 0; j < 5; j++) {
              mean *= popularity[j][cube.leaves[leaf][j]];
            }
            return mean < .2 ? 0 : mean;
          });
      double[] factor = ones(cube);
      double by = random.nextInt(3) == 0 ? cube.between(1.8, 4) : cube.between(0, .55);
      change(cube, cube.cause(1 + random.nextInt(3)), factor, leaf -> by);
      cube.observe(leaf -> cube.poisson(cube.expected[leaf] * factor[leaf]));
      return cube.finish();
    }
  },
  /**
   * As production has it: values of very different popularity, many empty leaves, forecasts that
   * are the mean of a few earlier counts and drift together, and a scope of which each leaf loses
   * its own part, some none.
   */
  PRODUCTION {
    @Override
    GeneratedCase draw(Random random) {
      CauseCube cube = new CauseCube(random, 5, 10, 4, 12);
      double[][] popularity = popularity(cube, 4, 12);
      double[] mean = new double[cube.value.length];
      for (int leaf = 0; leaf < mean.length; leaf++) {
        mean[leaf] = 4;
        for (int j = 0; j < 4; j++) {
          mean[leaf] *= popularity[j][cube.leaves[leaf][j]];
        }
      }
      cube.expect(leaf -> cube.poisson(6 * mean[leaf]) / 6);
      double[] drift = commonErrors(cube, .04);
      double[] factor = ones(cube);
      for (int i = 1 + random.nextInt(2); i > 0; i--) {
        double by = cube.between(.05, .5);
        change(
            cube,
            cube.cause(1 + random.nextInt(2)),
            factor,
            leaf -> random.nextInt(10) < 2 ? 1 : Math.min(1, by * cube.between(.5, 1.5)));
      }
      cube.observe(leaf -> cube.poisson(mean[leaf] * drift[leaf] * factor[leaf]));
      return cube.finish();
    }
  },
  /** Everything changes alike: the cause is the whole. */
  WHOLE {
    @Override
    GeneratedCase draw(Random random) {
      CauseCube cube = new CauseCube(random, 6, 8, 6);
      cube.expect(leaf -> cube.lognormal(100, 1.2));
      double by = random.nextBoolean() ? cube.between(.3, .75) : cube.between(1.3, 3);
      double[] error = commonErrors(cube, .02);
      cube.allChanged();
      cube.observe(leaf -> noisy(cube, leaf, by * error[leaf], .1 * cube.gauss()));
      return cube.finish();
    }
  },
  /** Nothing happened; errors are normal. */
  QUIET {
    @Override
    GeneratedCase draw(Random random) {
      CauseCube cube = new CauseCube(random, 6, 8, 6, 5);
      cube.expect(leaf -> cube.lognormal(100, 1.2));
      double level = cube.between(.02, .25);
      cube.observe(leaf -> noisy(cube, leaf, 1, level * cube.gauss()));
      return cube.finish();
    }
  },
  /** Nothing happened; errors have heavy tails. */
  QUIET_HEAVY {
    @Override
    GeneratedCase draw(Random random) {
      CauseCube cube = new CauseCube(random, 6, 8, 6, 5);
      cube.expect(leaf -> cube.lognormal(100, 1.2));
      double level = cube.between(.02, .2);
      cube.observe(leaf -> noisy(cube, leaf, 1, level * cube.heavy()));
      return cube.finish();
    }
  },
  /** Nothing happened; small counts. */
  QUIET_COUNTS {
    @Override
    GeneratedCase draw(Random random) {
      CauseCube cube = new CauseCube(random, 6, 8, 5, 4);
      cube.expect(leaf -> cube.lognormal(2, 1.2));
      cube.observe(leaf -> cube.poisson(cube.expected[leaf]));
      return cube.finish();
    }
  };

  abstract GeneratedCase draw(Random random);

  private static GeneratedCase squeeze(Random random, double noise) {
    CauseCube cube = new CauseCube(random, 6, 8, 6, 5);
    cube.expect(leaf -> random.nextInt(10) == 0 ? 0 : cube.lognormal(100, 1.2));
    double[] factor = ones(cube);
    double by = cube.between(.1, .9 - 2 * noise);
    double changed = random.nextBoolean() ? by : 1 / by;
    int bits;
    do {
      bits = 1 + random.nextInt(15);
    } while (Integer.bitCount(bits) > 3);
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      change(cube, cube.causeOf(bits), factor, leaf -> changed);
    }
    cube.observe(leaf -> noisy(cube, leaf, factor[leaf], noise * cube.gauss()));
    return cube.finish();
  }

  private static GeneratedCase small(Random random, boolean known) {
    CauseCube cube = new CauseCube(random, 4, 7);
    cube.expect(leaf -> cube.lognormal(300, 1));
    double[] factor = ones(cube);
    double by = random.nextInt(3) == 0 ? cube.between(1.6, 4) : cube.between(0, .6);
    double level = cube.between(.03, .12);
    change(cube, cube.cause(1 + random.nextInt(2)), factor, leaf -> by);
    cube.observe(leaf -> noisy(cube, leaf, factor[leaf], level * cube.gauss()));
    for (int leaf = 0; known && leaf < factor.length; leaf++) {
      cube.deviation[leaf] = level * cube.expected[leaf];
    }
    return cube.finish();
  }

  private static double[][] popularity(CauseCube cube, int dimensions, int values) {
    double[][] popularity = new double[dimensions][values];
    for (double[] dimension : popularity) {
      for (int i = 0; i < values; i++) {
        dimension[i] = cube.lognormal(1, .8);
      }
    }
    return popularity;
  }

  private static double[] ones(CauseCube cube) {
    double[] factor = new double[cube.value.length];
    Arrays.fill(factor, 1);
    return factor;
  }

  private static void change(
      CauseCube cube, int[] scope, double[] factor, CauseCube.LeafRule rule) {
    for (int leaf = 0; leaf < factor.length; leaf++) {
      if (cube.in(scope, leaf)) {
        factor[leaf] = rule.apply(leaf);
      }
    }
  }

  private static double noisy(CauseCube cube, int leaf, double factor, double error) {
    return Math.max(0, cube.expected[leaf] * factor * (1 + error));
  }

  private static double[] commonErrors(CauseCube cube, double level) {
    double[] error = ones(cube);
    for (int j = 0; j < cube.sizes.length; j++) {
      for (int value = 0; value < cube.sizes[j]; value++) {
        double common = 1 + level * cube.gauss();
        for (int leaf = 0; leaf < error.length; leaf++) {
          if (cube.leaves[leaf][j] == value) {
            error[leaf] *= common;
          }
        }
      }
    }
    return error;
  }
}
