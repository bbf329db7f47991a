package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.alerting.message.AlertLabel;
import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.catalog.AlertEntry;
import dev.tidewatch.detector.catalog.ResourceNames;

/** An alert, as far as it decides who is told (contract section 7.1). */
public record AlertRule(long id, AlertLabel label, Recipient recipient, AlertCondition condition) {
  public AlertRule {
    requireNonNull(label, "label");
    requireNonNull(recipient, "recipient");
    requireNonNull(condition, "condition");
  }

  /** The rule of an alert as users declared it. */
  public static AlertRule of(AlertEntry alert, ResourceNames names) {
    return new AlertRule(
        alert.id(),
        new AlertLabel(
            alert.name(), names.alert(alert.name()), alert.description(), alert.threshold()),
        Recipient.of(alert.action()),
        AlertCondition.of(alert));
  }

  /** Whether people are to be told of a group as it is now. */
  public boolean fires(GroupChange change) {
    return condition.meets(change);
  }
}
