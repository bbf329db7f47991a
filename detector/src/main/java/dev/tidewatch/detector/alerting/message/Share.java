package dev.tidewatch.detector.alerting.message;

import dev.tidewatch.scoring.contribution.Contribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one value has in an anomaly, among the values of its dimension.
 *
 * @param percent whole; 100 per dimension (contract section 7.2)
 */
public record Share(String value, int percent) {

  /**
   * Per dimension the values' shares, the largest first. Rounded so that they make 100 together, by
   * the largest remainders; values whose share is nothing are left out.
   */
  public static Map<String, List<Share>> of(List<Contribution> contributions) {
    Map<String, List<Contribution>> byDimension = new LinkedHashMap<>();
    for (Contribution each : contributions) {
      byDimension.computeIfAbsent(each.dimension(), name -> new ArrayList<>()).add(each);
    }
    Map<String, List<Share>> shares = new LinkedHashMap<>();
    byDimension.forEach(
        (dimension, values) -> {
          List<Share> found = shares(values);
          if (!found.isEmpty()) {
            shares.put(dimension, found);
          }
        });
    return shares;
  }

  private static List<Share> shares(List<Contribution> values) {
    double all = values.stream().mapToDouble(Contribution::score).sum();
    if (!(all > 0)) {
      return List.of();
    }
    List<Exact> exact =
        values.stream()
            .map(each -> new Exact(each.value(), 100 * each.score() / all))
            .sorted(Comparator.comparingDouble(Exact::remainder).reversed())
            .toList();
    int missing = 100 - exact.stream().mapToInt(Exact::floor).sum();
    List<Share> shares = new ArrayList<>();
    for (int place = 0; place < exact.size(); place++) {
      Exact each = exact.get(place);
      shares.add(new Share(each.value(), each.floor() + (place < missing ? 1 : 0)));
    }
    return shares.stream()
        .filter(share -> share.percent() > 0)
        .sorted(Comparator.comparingInt(Share::percent).reversed())
        .toList();
  }

  private record Exact(String value, double percent) {
    int floor() {
      return (int) Math.floor(percent + 1e-9);
    }

    double remainder() {
      return percent - floor();
    }
  }
}
