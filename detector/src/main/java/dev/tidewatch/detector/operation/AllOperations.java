package dev.tidewatch.detector.operation;

import software.amazon.awssdk.services.lookoutmetrics.model.ActivateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.BackTestAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAlertRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DeactivateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DeleteAlertRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DeleteAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAlertRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectionExecutionsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DescribeMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.DetectMetricSetConfigRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.GetAnomalyGroupRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.GetDataQualityMetricsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.GetFeedbackRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.GetSampleDataRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAlertsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAnomalyDetectorsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAnomalyGroupRelatedMetricsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAnomalyGroupSummariesRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ListAnomalyGroupTimeSeriesRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ListMetricSetsRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.PutFeedbackRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.TagResourceRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.UntagResourceRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.UpdateAlertRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.UpdateAnomalyDetectorRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.UpdateMetricSetRequest;

/** Gathers the 30 operations (contract A.5). */
public final class AllOperations {
  private AllOperations() {}

  public static Operations of(Surroundings surroundings, SourcePreview preview) {
    Operations.Builder all = Operations.builder();
    addDetectors(all, surroundings);
    addDatasets(all, surroundings, preview);
    addAlerts(all, surroundings);
    addAnomalies(all, surroundings);
    addTags(all, surroundings);
    return all.build();
  }

  private static void addDetectors(Operations.Builder all, Surroundings surroundings) {
    DetectorOperations detectors = new DetectorOperations(surroundings);
    all.add(CreateAnomalyDetectorRequest::builder, (request, caller) -> detectors.create(request))
        .add(
            DescribeAnomalyDetectorRequest::builder,
            (request, caller) -> detectors.describe(request))
        .add(ListAnomalyDetectorsRequest::builder, (request, caller) -> detectors.list(request))
        .add(UpdateAnomalyDetectorRequest::builder, (request, caller) -> detectors.update(request));
    ActivationOperations activation = new ActivationOperations(surroundings);
    all.add(
            ActivateAnomalyDetectorRequest::builder,
            (request, caller) -> activation.activate(request))
        .add(
            BackTestAnomalyDetectorRequest::builder,
            (request, caller) -> activation.backTest(request))
        .add(
            DeactivateAnomalyDetectorRequest::builder,
            (request, caller) -> activation.deactivate(request))
        .add(
            DeleteAnomalyDetectorRequest::builder, (request, caller) -> activation.delete(request));
    ExecutionOperations executions = new ExecutionOperations(surroundings);
    all.add(
        DescribeAnomalyDetectionExecutionsRequest::builder,
        (request, caller) -> executions.describe(request));
  }

  private static void addDatasets(
      Operations.Builder all, Surroundings surroundings, SourcePreview preview) {
    MetricSetOperations metricSets = new MetricSetOperations(surroundings);
    PreviewOperations previews = new PreviewOperations(surroundings, preview);
    QualityOperations quality = new QualityOperations(surroundings);
    all.add(CreateMetricSetRequest::builder, (request, caller) -> metricSets.create(request))
        .add(DescribeMetricSetRequest::builder, (request, caller) -> metricSets.describe(request))
        .add(ListMetricSetsRequest::builder, (request, caller) -> metricSets.list(request))
        .add(UpdateMetricSetRequest::builder, (request, caller) -> metricSets.update(request))
        .add(DetectMetricSetConfigRequest::builder, (request, caller) -> previews.detect(request))
        .add(GetSampleDataRequest::builder, (request, caller) -> previews.sample(request))
        .add(GetDataQualityMetricsRequest::builder, (request, caller) -> quality.get(request));
  }

  private static void addAlerts(Operations.Builder all, Surroundings surroundings) {
    AlertOperations alerts = new AlertOperations(surroundings);
    all.add(CreateAlertRequest::builder, (request, caller) -> alerts.create(request))
        .add(DescribeAlertRequest::builder, (request, caller) -> alerts.describe(request))
        .add(ListAlertsRequest::builder, (request, caller) -> alerts.list(request))
        .add(UpdateAlertRequest::builder, (request, caller) -> alerts.update(request))
        .add(DeleteAlertRequest::builder, (request, caller) -> alerts.delete(request));
  }

  private static void addAnomalies(Operations.Builder all, Surroundings surroundings) {
    GroupOperations groups = new GroupOperations(surroundings);
    TimeSeriesOperations series = new TimeSeriesOperations(surroundings);
    RelationOperations relations = new RelationOperations(surroundings);
    FeedbackOperations feedback = new FeedbackOperations(surroundings);
    all.add(ListAnomalyGroupSummariesRequest::builder, (request, caller) -> groups.list(request))
        .add(GetAnomalyGroupRequest::builder, (request, caller) -> groups.get(request))
        .add(ListAnomalyGroupTimeSeriesRequest::builder, (request, caller) -> series.list(request))
        .add(
            ListAnomalyGroupRelatedMetricsRequest::builder,
            (request, caller) -> relations.list(request))
        .add(PutFeedbackRequest::builder, feedback::put)
        .add(GetFeedbackRequest::builder, (request, caller) -> feedback.get(request));
  }

  private static void addTags(Operations.Builder all, Surroundings surroundings) {
    TagOperations tags = new TagOperations(surroundings);
    all.add(TagResourceRequest::builder, (request, caller) -> tags.tag(request))
        .add(UntagResourceRequest::builder, (request, caller) -> tags.untag(request))
        .add(ListTagsForResourceRequest::builder, (request, caller) -> tags.list(request));
  }
}
