package dev.tidewatch.detector.operation;

import dev.tidewatch.scoring.contribution.Contribution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.lookoutmetrics.model.ContributionMatrix;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionContribution;
import software.amazon.awssdk.services.lookoutmetrics.model.DimensionValueContribution;

/** Scores as the API tells them: 0 to 100 with two decimals (contract sections 6.1 and 6.2). */
final class Scores {
  private Scores() {}

  static double told(double score) {
    return Math.round(score * 100) / 100.0;
  }

  /** Per dimension the scores sum to 100, the largest first. */
  static ContributionMatrix matrix(List<Contribution> contributions) {
    Map<String, List<Contribution>> byDimension = new LinkedHashMap<>();
    contributions.forEach(
        each -> byDimension.computeIfAbsent(each.dimension(), name -> new ArrayList<>()).add(each));
    return ContributionMatrix.builder()
        .dimensionContributionList(
            byDimension.entrySet().stream()
                .map(
                    entry ->
                        DimensionContribution.builder()
                            .dimensionName(entry.getKey())
                            .dimensionValueContributionList(values(entry.getValue()))
                            .build())
                .toList())
        .build();
  }

  private static List<DimensionValueContribution> values(List<Contribution> contributions) {
    double all = contributions.stream().mapToDouble(Contribution::score).sum();
    return contributions.stream()
        .sorted((one, other) -> Double.compare(other.score(), one.score()))
        .map(
            each ->
                DimensionValueContribution.builder()
                    .dimensionValue(each.value())
                    .contributionScore(told(all > 0 ? 100 * each.score() / all : 0))
                    .build())
        .toList();
  }
}
