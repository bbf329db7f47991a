package dev.tidewatch.scoring.rootcause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Adtributor (Bhagwan et al., NSDI 2014) for sums, as the paper has it, beside which others are
 * measured: of each dimension the values that explain most of the change of the whole, the most
 * surprising first; of all dimensions the three whose values surprise most. It knows scopes of one
 * dimension only. The score of a cause is the surprise of its value.
 */
final class Adtributor implements RootCauseSearch {
  /** A dimension's values must explain this part of the change together (T_EP). */
  private static final double EXPLAINED_TOGETHER = .67;

  /** A value must explain this part by itself (T_EEP). */
  private static final double EXPLAINED_ALONE = .1;

  private static final int MOST_DIMENSIONS = 3;

  @Override
  public List<RootCause> search(LeafTable leaves) {
    double value = 0;
    double expected = 0;
    for (int i = 0; i < leaves.size(); i++) {
      value += leaves.value(i);
      expected += leaves.expected(i);
    }
    if (value == expected) {
      return List.of();
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int j = 0; j < leaves.dimensions().size(); j++) {
      candidates.addAll(explanation(elements(leaves, j, value, expected)));
    }
    return causes(leaves, mostSurprising(candidates));
  }

  /** A value of a dimension. */
  private record Candidate(int dimension, int leaf, double change, double part, double surprise) {}

  private static List<Candidate> elements(
      LeafTable leaves, int dimension, double value, double expected) {
    int count = leaves.cardinality(dimension);
    double[] values = new double[count];
    double[] expectations = new double[count];
    int[] anyLeaf = new int[count];
    for (int i = 0; i < leaves.size(); i++) {
      int code = leaves.codes(dimension)[i];
      values[code] += leaves.value(i);
      expectations[code] += leaves.expected(i);
      anyLeaf[code] = i;
    }
    List<Candidate> elements = new ArrayList<>();
    for (int code = 0; code < count; code++) {
      double change = values[code] - expectations[code];
      double surprise = surprise(expectations[code] / expected, values[code] / value);
      elements.add(
          new Candidate(dimension, anyLeaf[code], change, change / (value - expected), surprise));
    }
    return elements;
  }

  /** One value's part of the Jensen-Shannon divergence between expected and seen shares. */
  private static double surprise(double p, double q) {
    if (!(p >= 0) || !(q >= 0) || Double.isInfinite(p + q)) {
      return 0;
    }
    return .5 * (towardsMean(p, q) + towardsMean(q, p));
  }

  private static double towardsMean(double p, double q) {
    return p == 0 ? 0 : p * StrictMath.log(2 * p / (p + q));
  }

  /** The values of one dimension that explain the change, or none when it has no such values. */
  private static List<Candidate> explanation(List<Candidate> elements) {
    List<Candidate> chosen = new ArrayList<>();
    double explained = 0;
    for (Candidate element : bySurprise(elements)) {
      if (element.part() > EXPLAINED_ALONE) {
        chosen.add(element);
        explained += element.part();
      }
      if (explained > EXPLAINED_TOGETHER) {
        return chosen;
      }
    }
    return List.of();
  }

  private static List<Candidate> bySurprise(List<Candidate> elements) {
    return elements.stream()
        .sorted(Comparator.comparingDouble(Candidate::surprise).reversed())
        .toList();
  }

  private static List<Candidate> mostSurprising(List<Candidate> candidates) {
    Map<Integer, List<Candidate>> byDimension =
        candidates.stream()
            .collect(
                Collectors.groupingBy(Candidate::dimension, TreeMap::new, Collectors.toList()));
    return byDimension.values().stream()
        .sorted(Comparator.comparingDouble(Adtributor::totalSurprise).reversed())
        .limit(MOST_DIMENSIONS)
        .flatMap(List::stream)
        .toList();
  }

  private static double totalSurprise(List<Candidate> candidates) {
    return candidates.stream().mapToDouble(Candidate::surprise).sum();
  }

  private static List<RootCause> causes(LeafTable leaves, List<Candidate> candidates) {
    double all = candidates.stream().mapToDouble(candidate -> Math.abs(candidate.change())).sum();
    return candidates.stream()
        .map(
            candidate ->
                new RootCause(
                    leaves.scope(candidate.leaf(), 1 << candidate.dimension()),
                    candidate.change(),
                    Math.abs(candidate.change()) / all,
                    candidate.surprise()))
        .toList();
  }
}
