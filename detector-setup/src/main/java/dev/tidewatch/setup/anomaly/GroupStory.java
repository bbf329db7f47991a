package dev.tidewatch.setup.anomaly;

import static java.util.Objects.requireNonNull;

import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyGroup;
import software.amazon.awssdk.services.lookoutmetrics.model.InterMetricImpactDetails;
import software.amazon.awssdk.services.lookoutmetrics.model.RelationshipType;
import software.amazon.awssdk.services.lookoutmetrics.model.TimeSeries;

/**
 * All that is known of an anomaly group.
 *
 * @param group what, when, how severe, and which dimension values contribute
 * @param times the starts of the intervals, one for each value of a series
 * @param series where: the series, the most severe first
 * @param related measures that may have caused it, or that it affects
 */
public record GroupStory(
    AnomalyGroup group,
    List<String> times,
    List<TimeSeries> series,
    List<InterMetricImpactDetails> related) {
  public GroupStory {
    requireNonNull(group, "group");
    times = List.copyOf(times);
    series = List.copyOf(series);
    related = List.copyOf(related);
  }

  /** Measures that may have caused it. */
  public List<InterMetricImpactDetails> causes() {
    return related(RelationshipType.CAUSE_OF_INPUT_ANOMALY_GROUP);
  }

  /** Measures that it affects. */
  public List<InterMetricImpactDetails> effects() {
    return related(RelationshipType.EFFECT_OF_INPUT_ANOMALY_GROUP);
  }

  private List<InterMetricImpactDetails> related(RelationshipType type) {
    return related.stream().filter(each -> each.relationshipType() == type).toList();
  }
}
