package dev.tidewatch.consolecheck.world;

import dev.tidewatch.detector.catalog.AlertDraft;
import dev.tidewatch.detector.catalog.AlertEntry;
import dev.tidewatch.detector.catalog.Alerts;
import dev.tidewatch.detector.catalog.DetectorDraft;
import dev.tidewatch.detector.catalog.Detectors;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.metricset.interval.IntervalLength;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.Action;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertFilters;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;

/** Declares what users would: detectors, their datasets, their alerts. */
record Declared(Handle handle, Instant now, Words words) {
  static final String ROLE = "arn:aws:iam::123456789012:role/L4M";

  /** A detector that runs, and its number. */
  long detector(
      String name, String description, IntervalLength interval, AnomalyDetectorStatus status) {
    long id =
        Detectors.insert(
                handle, new DetectorDraft(name, words.text(description), interval, null), now)
            .id();
    Detectors.setStatus(handle, id, status, now);
    return id;
  }

  void dataset(long detector, String name, List<String> measures, List<String> dimensions) {
    MetricSets.insert(
        handle,
        detector,
        CreateMetricSetRequest.builder()
            .metricSetName(name)
            .metricSetDescription(words.text("What the tills and the web shop write"))
            .metricList(
                measures.stream()
                    .map(m -> Metric.builder().metricName(m).aggregationFunction("SUM").build())
                    .toList())
            .dimensionList(dimensions)
            .offset(60)
            .timezone("UTC")
            .timestampColumn(c -> c.columnName("event_time").columnFormat("yyyy-MM-dd HH:mm:ss"))
            .metricSource(
                s ->
                    s.s3SourceConfig(
                        s3 ->
                            s3.roleArn(ROLE)
                                .templatedPathList("s3://" + name + "-live/{{yyyyMMdd}}/{{HHmm}}/")
                                .historicalDataPathList("s3://" + name + "-history/")
                                .fileFormatDescriptor(
                                    f ->
                                        f.csvFormatDescriptor(
                                            c ->
                                                c.fileCompression("NONE")
                                                    .charset("UTF-8")
                                                    .containsHeader(true)
                                                    .delimiter(",")
                                                    .quoteSymbol("\"")))))
            .build(),
        now);
  }

  void progress(long detector, Instant activated, Instant next, int learnt, boolean evaluates) {
    handle.execute(
        "INSERT INTO progress VALUES (?, 'CONTINUOUS', ?, ?, ?, 0, ?, 0)",
        detector,
        activated.toEpochMilli(),
        next.getEpochSecond(),
        learnt,
        evaluates ? activated.getEpochSecond() : null);
  }

  AlertEntry topic(
      long detector,
      String name,
      String description,
      int threshold,
      @Nullable AlertFilters filters) {
    Action action =
        Action.builder()
            .snsConfiguration(
                s ->
                    s.roleArn(ROLE)
                        .snsTopicArn("arn:aws:sns:us-east-1:123456789012:" + name)
                        .snsFormat("LONG_TEXT"))
            .build();
    return Alerts.insert(
        handle,
        detector,
        name,
        new AlertDraft(words.text(description), threshold, action, filters),
        now);
  }

  AlertEntry function(long detector, String name, String description, int threshold) {
    Action action =
        Action.builder()
            .lambdaConfiguration(
                l ->
                    l.roleArn(ROLE)
                        .lambdaArn("arn:aws:lambda:us-east-1:123456789012:function:" + name))
            .build();
    return Alerts.insert(
        handle,
        detector,
        name,
        new AlertDraft(words.text(description), threshold, action, null),
        now);
  }
}
