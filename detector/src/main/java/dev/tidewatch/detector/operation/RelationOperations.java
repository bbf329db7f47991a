package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.anomaly.FoundRelation;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.wire.Page;
import dev.tidewatch.scoring.relation.Relation;
import java.util.List;
import software.amazon.awssdk.services.lookoutmetrics.model.InterMetricImpactDetails;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAnomalyGroupRelatedMetricsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAnomalyGroupRelatedMetricsResponse;
import software.amazon.awssdk.services.lookoutmetrics.model.RelationshipType;

/** Causes and effects of anomaly groups (contract section 6.2). */
public final class RelationOperations {
  private final Surroundings surroundings;
  private final Resources resources;

  public RelationOperations(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.resources = new Resources(surroundings.names());
  }

  /** Causes, the largest contribution first, then effects. */
  public ListAnomalyGroupRelatedMetricsResponse list(
      ListAnomalyGroupRelatedMetricsRequest request) {
    RelationshipType only = request.relationshipTypeFilter();
    return surroundings
        .database()
        .read(
            handle -> {
              Detector detector = resources.detector(handle, request.anomalyDetectorArn());
              List<InterMetricImpactDetails> all =
                  Groups.relations(
                          handle, resources.group(handle, detector, request.anomalyGroupId()))
                      .stream()
                      .map(RelationOperations::details)
                      .filter(details -> only == null || details.relationshipType() == only)
                      .toList();
              Page<Positions.Placed<InterMetricImpactDetails>> page =
                  surroundings
                      .paging()
                      .page(
                          request,
                          (after, most) -> Positions.from(all, after, most),
                          Positions.Placed::position);
              return ListAnomalyGroupRelatedMetricsResponse.builder()
                  .interMetricImpactList(page.items().stream().map(Positions.Placed::item).toList())
                  .nextToken(page.nextToken())
                  .build();
            });
  }

  private static InterMetricImpactDetails details(FoundRelation relation) {
    InterMetricImpactDetails.Builder details =
        InterMetricImpactDetails.builder()
            .metricName(relation.measure())
            .anomalyGroupId(relation.group().orElse(null));
    return relation.relation() == Relation.CAUSE
        ? details
            .relationshipType(RelationshipType.CAUSE_OF_INPUT_ANOMALY_GROUP)
            .contributionPercentage(Scores.told(relation.contributionPercent()))
            .build()
        : details.relationshipType(RelationshipType.EFFECT_OF_INPUT_ANOMALY_GROUP).build();
  }
}
