package dev.tidewatch.detector.alerting;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidewatch.detector.alerting.message.AlertContent;
import dev.tidewatch.detector.alerting.message.EventKind;
import dev.tidewatch.detector.alerting.message.Period;
import dev.tidewatch.detector.alerting.message.ToldAnomaly;
import dev.tidewatch.detector.alerting.message.ToldSeries;
import dev.tidewatch.detector.catalog.MetricSets;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.metricset.interval.Interval;
import dev.tidewatch.scoring.contribution.Contribution;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.Metric;

/** A plausible anomaly of a detector's own measure and dimensions, which never was. */
final class SampleContent {
  private static final double SEVERITY = 91;
  private static final double VALUE = 4_210;
  private static final double EXPECTED = 10_850;
  private static final double REACH = 1_050;

  private final Handle handle;
  private final ResourceNames names;
  private final ConsoleLinks links;

  SampleContent(Handle handle, ResourceNames names, ConsoleLinks links) {
    this.handle = handle;
    this.names = names;
    this.links = links;
  }

  AlertContent of(AlertRule rule, long detector, Instant now) {
    WatchedDetector watched = WatchedDetector.find(handle, detector, names);
    Interval last = watched.calendar().before(watched.calendar().intervalOf(now));
    String id = rule.label().arn() + ":event/test-" + now;
    String link = links.detector(watched.label().name());
    return new AlertContent(
        EventKind.TEST,
        id,
        rule.label(),
        watched.label(),
        new Period(last.start(), last.start(), last.end(), true),
        anomaly(detector, id),
        null,
        link,
        link);
  }

  private ToldAnomaly anomaly(long detector, String event) {
    CreateMetricSetRequest dataset =
        MetricSets.of(handle, detector)
            .map(entry -> entry.definition())
            .orElseGet(() -> CreateMetricSetRequest.builder().build());
    String measure =
        dataset.metricList().stream().findFirst().map(Metric::metricName).orElse("revenue");
    Map<String, String> dimensions = new LinkedHashMap<>();
    dataset.dimensionList().forEach(each -> dimensions.put(each, "sample-" + each));
    List<Contribution> contributions =
        dimensions.entrySet().stream()
            .map(each -> new Contribution(each.getKey(), each.getValue(), 100))
            .toList();
    String group = UUID.nameUUIDFromBytes(event.getBytes(UTF_8)).toString();
    return new ToldAnomaly(
        group,
        measure,
        SEVERITY,
        VALUE,
        EXPECTED,
        EXPECTED - REACH,
        EXPECTED + REACH,
        contributions,
        1,
        0,
        List.of(new ToldSeries("test", dimensions, VALUE, EXPECTED)),
        List.of());
  }
}
