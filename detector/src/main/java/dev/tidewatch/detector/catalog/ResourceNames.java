package dev.tidewatch.detector.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds and reads the ARNs of contract section 2.1. An ARN of another partition, region or account
 * names nothing here.
 */
public final class ResourceNames {
  private static final String NAME = "[a-zA-Z0-9][a-zA-Z0-9\\-_]*";
  private static final Pattern DETECTOR = Pattern.compile("AnomalyDetector:(" + NAME + ")");
  private static final Pattern METRIC_SET =
      Pattern.compile("MetricSet/(" + NAME + ")/(" + NAME + ")");
  private static final Pattern ALERT = Pattern.compile("Alert:(" + NAME + ")");

  private final String prefix;

  public ResourceNames(Account account) {
    this.prefix =
        "arn:%s:lookoutmetrics:%s:%s:"
            .formatted(account.partition(), account.region(), account.accountId());
  }

  public String detector(String name) {
    return prefix + "AnomalyDetector:" + name;
  }

  public String metricSet(String detectorName, String metricSetName) {
    return metricSetsOf(detectorName) + metricSetName;
  }

  /** What the ARNs of all datasets of a detector begin with. */
  public String metricSetsOf(String detectorName) {
    return prefix + "MetricSet/" + detectorName + "/";
  }

  public String alert(String name) {
    return prefix + "Alert:" + name;
  }

  /** What receivers of an alert recognise repeats by. */
  public String alertEvent(String alertName, String anomalyGroupId) {
    return alert(alertName) + ":event/" + anomalyGroupId;
  }

  /** The name of the detector an ARN means; empty when it means something else or elsewhere. */
  public Optional<String> detectorName(String arn) {
    return parse(arn)
        .filter(ResourceName.OfDetector.class::isInstance)
        .map(name -> ((ResourceName.OfDetector) name).detector());
  }

  /** The dataset an ARN means; empty when it means something else or elsewhere. */
  public Optional<ResourceName.OfMetricSet> metricSetName(String arn) {
    return parse(arn)
        .filter(ResourceName.OfMetricSet.class::isInstance)
        .map(ResourceName.OfMetricSet.class::cast);
  }

  /** The name of the alert an ARN means; empty when it means something else or elsewhere. */
  public Optional<String> alertName(String arn) {
    return parse(arn)
        .filter(ResourceName.OfAlert.class::isInstance)
        .map(name -> ((ResourceName.OfAlert) name).alert());
  }

  /** What an ARN names, whether it exists or not; empty when it can name nothing here. */
  public Optional<ResourceName> parse(String arn) {
    if (!arn.startsWith(prefix)) {
      return Optional.empty();
    }
    String resource = arn.substring(prefix.length());
    Matcher detector = DETECTOR.matcher(resource);
    if (detector.matches()) {
      return Optional.of(new ResourceName.OfDetector(detector.group(1)));
    }
    Matcher metricSet = METRIC_SET.matcher(resource);
    if (metricSet.matches()) {
      return Optional.of(new ResourceName.OfMetricSet(metricSet.group(1), metricSet.group(2)));
    }
    Matcher alert = ALERT.matcher(resource);
    return alert.matches()
        ? Optional.of(new ResourceName.OfAlert(alert.group(1)))
        : Optional.empty();
  }
}
