package dev.tidewatch.detector.console.alerts;

import dev.tidewatch.detector.catalog.AlertEntry;
import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.words.Times;
import java.util.Locale;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertType;
import software.amazon.awssdk.services.lookoutmetrics.model.SNSConfiguration;

/** An alert in the list. */
public record AlertRow(
    String url,
    String name,
    String detector,
    int threshold,
    String channel,
    String format,
    String status,
    String created,
    String criteria) {
  /** The page of mutes has the path that an alert of this name would have. */
  private static final String TAKEN = "mutes";

  /** An alert's page. */
  static String path(String name) {
    return name.equals(TAKEN) ? "/alerts/-/mutes" : "/alerts/" + name;
  }

  static AlertRow of(AlertEntry alert, View view, Times times) {
    return new AlertRow(
        view.link(path(alert.name())),
        alert.name(),
        alert.detectorName(),
        alert.threshold(),
        channel(alert),
        format(alert),
        status(alert),
        times.brief(alert.created()),
        Criteria.words(alert));
  }

  static String channel(AlertEntry alert) {
    return alert.type() == AlertType.SNS ? "Amazon SNS" : "AWS Lambda";
  }

  /** A function always gets JSON. */
  static String format(AlertEntry alert) {
    SNSConfiguration sns = alert.action().snsConfiguration();
    return sns == null || sns.snsFormat() == null ? "JSON" : sns.snsFormatAsString();
  }

  static String status(AlertEntry alert) {
    return alert.status().toString().toLowerCase(Locale.ROOT);
  }
}
