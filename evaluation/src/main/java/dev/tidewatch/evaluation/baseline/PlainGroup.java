package dev.tidewatch.evaluation.baseline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Alerts of one measure in intervals that follow each other. */
final class PlainGroup {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String measure;
  private final long start;
  private final double[] deviations;
  private long end;
  private double severity;

  PlainGroup(String measure, long start, int leaves) {
    this.measure = measure;
    this.start = start;
    this.end = start;
    this.deviations = new double[leaves];
  }

  /** Takes in an interval: how severe, and by how much each leaf lay beside what was expected. */
  void add(long interval, double intervalSeverity, double[] leafDeviations) {
    end = interval;
    severity = Math.max(severity, intervalSeverity);
    for (int leaf = 0; leaf < deviations.length; leaf++) {
      deviations[leaf] += leafDeviations[leaf];
    }
  }

  long end() {
    return end;
  }

  /** As the scorer of cubes reads it; a contribution is a value's share of the whole deviation. */
  String json(List<String> dimensions, List<List<String>> leaves) {
    ObjectNode json = JSON.createObjectNode();
    json.put("measure", measure).put("start", start).put("end", end).put("severity", severity);
    ArrayNode contributions = json.putArray("contributions");
    for (int dimension = 0; dimension < dimensions.size(); dimension++) {
      String name = dimensions.get(dimension);
      shares(dimension, leaves)
          .forEach(
              (value, share) ->
                  contributions
                      .addObject()
                      .put("dimension", name)
                      .put("value", value)
                      .put("score", share));
    }
    json.putArray("related");
    return json.toString();
  }

  private Map<String, Double> shares(int dimension, List<List<String>> leaves) {
    Map<String, Double> byValue = new TreeMap<>();
    double whole = 0;
    for (int leaf = 0; leaf < deviations.length; leaf++) {
      byValue.merge(leaves.get(leaf).get(dimension), deviations[leaf], Double::sum);
      whole += deviations[leaf];
    }
    double total = whole;
    byValue.replaceAll(
        (value, sum) -> total == 0 ? 0 : Math.max(0, Math.min(100, 100 * sum / total)));
    return byValue;
  }
}
