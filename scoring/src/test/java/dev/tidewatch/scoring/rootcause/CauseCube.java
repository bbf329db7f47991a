package dev.tidewatch.scoring.rootcause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A cube of leaves under construction: what is expected of each, and what happens to scopes. */
final class CauseCube {
  private static final String LETTERS = "abcdefgh";

  final Random random;
  final int[] sizes;
  final int[][] leaves;
  final double[] expected;
  final double[] value;
  final double[] weight;
  final double[] deviation;
  private final Set<String> truth = new TreeSet<>();
  private final List<int[]> causes = new ArrayList<>();

  /** All combinations of so many values a dimension. */
  CauseCube(Random random, int... sizes) {
    this.random = random;
    this.sizes = sizes.clone();
    int count = 1;
    for (int size : sizes) {
      count *= size;
    }
    this.leaves = new int[count][sizes.length];
    for (int i = 0, rest = 0; i < count; i++, rest = i) {
      for (int j = sizes.length - 1; j >= 0; j--, rest /= sizes[j + 1]) {
        leaves[i][j] = rest % sizes[j];
      }
    }
    this.expected = new double[count];
    this.value = new double[count];
    this.weight = new double[count];
    this.deviation = new double[count];
    Arrays.fill(weight, 1);
  }

  interface LeafRule {
    double apply(int leaf);
  }

  void expect(LeafRule rule) {
    for (int i = 0; i < expected.length; i++) {
      expected[i] = rule.apply(i);
    }
  }

  void observe(LeafRule rule) {
    for (int i = 0; i < value.length; i++) {
      value[i] = rule.apply(i);
    }
  }

  boolean in(int[] scope, int leaf) {
    for (int j = 0; j < sizes.length; j++) {
      if (scope[j] >= 0 && scope[j] != leaves[leaf][j]) {
        return false;
      }
    }
    return true;
  }

  /** A scope of so many dimensions, unlike all before. */
  int[] cause(int layer) {
    int bits;
    do {
      bits = random.nextInt(1 << sizes.length);
    } while (Integer.bitCount(bits) != layer);
    return causeOf(bits);
  }

  /** A scope of the dimensions of these bits, unlike all before. */
  int[] causeOf(int bits) {
    for (int attempt = 0; attempt < 1000; attempt++) {
      int[] scope = new int[sizes.length];
      for (int j = 0; j < scope.length; j++) {
        scope[j] = (bits >> j & 1) == 1 ? random.nextInt(sizes[j]) : -1;
      }
      if (isWorth(scope) && causes.stream().noneMatch(other -> nested(scope, other))) {
        causes.add(scope);
        truth.add(name(scope));
        return scope;
      }
    }
    throw new IllegalStateException("no room for another cause");
  }

  /** Whether the scope holds enough that a person would want to know: half its fair share. */
  private boolean isWorth(int[] scope) {
    double inside = 0;
    double all = 0;
    int count = 0;
    for (int i = 0; i < leaves.length; i++) {
      all += expected[i] * weight[i];
      if (in(scope, i)) {
        count++;
        inside += expected[i] * weight[i];
      }
    }
    return count > 0 && inside >= .5 * all * count / leaves.length;
  }

  private static boolean nested(int[] scope, int[] other) {
    boolean inside = true;
    boolean outside = true;
    for (int j = 0; j < scope.length; j++) {
      inside &= other[j] < 0 || other[j] == scope[j];
      outside &= scope[j] < 0 || other[j] == scope[j];
    }
    return inside || outside;
  }

  void allChanged() {
    truth.add("");
  }

  private String name(int[] scope) {
    List<String> conditions = new ArrayList<>();
    for (int j = 0; j < scope.length; j++) {
      if (scope[j] >= 0) {
        conditions.add(LETTERS.charAt(j) + "=" + LETTERS.charAt(j) + (scope[j] + 1));
      }
    }
    return String.join("&", conditions);
  }

  GeneratedCase finish() {
    List<String> names = new ArrayList<>();
    for (int j = 0; j < sizes.length; j++) {
      names.add(LETTERS.substring(j, j + 1));
    }
    LeafTable.Builder table = LeafTable.of(names);
    for (int i = 0; i < leaves.length; i++) {
      List<String> values = new ArrayList<>();
      for (int j = 0; j < sizes.length; j++) {
        values.add(names.get(j) + (leaves[i][j] + 1));
      }
      table.addAverage(values, value[i], expected[i], deviation[i], weight[i]);
    }
    return new GeneratedCase(table.build(), Set.copyOf(truth));
  }

  double gauss() {
    return random.nextGaussian();
  }

  /** Student's t with three degrees of freedom, scaled to variance 1. */
  double heavy() {
    double square = 0;
    for (int i = 0; i < 3; i++) {
      double z = gauss();
      square += z * z;
    }
    return gauss() / Math.sqrt(square / 3) / Math.sqrt(3);
  }

  double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  double lognormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * gauss());
  }

  double poisson(double mean) {
    if (mean > 50) {
      return Math.max(0, Math.rint(mean + Math.sqrt(mean) * gauss()));
    }
    double limit = StrictMath.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
