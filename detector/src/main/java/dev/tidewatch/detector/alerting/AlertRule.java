package dev.tidewatch.detector.alerting;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.alerting.message.AlertLabel;
import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.catalog.AlertEntry;
import dev.tidewatch.detector.catalog.ResourceNames;
import java.util.List;
import java.util.Set;

/**
 * An alert, as far as it decides who is told (contract section 7.1).
 *
 * @param measures it tells of; empty: all
 * @param filters all of which a group has to pass
 */
public record AlertRule(
    long id,
    AlertLabel label,
    Recipient recipient,
    Set<String> measures,
    List<DimensionFilter> filters) {
  public AlertRule {
    requireNonNull(label, "label");
    requireNonNull(recipient, "recipient");
    measures = Set.copyOf(measures);
    filters = List.copyOf(filters);
  }

  /** The rule of an alert as users declared it. */
  public static AlertRule of(AlertEntry alert, ResourceNames names) {
    AlertCondition condition = AlertCondition.of(alert);
    return new AlertRule(
        alert.id(),
        new AlertLabel(
            alert.name(), names.alert(alert.name()), alert.description(), alert.threshold()),
        Recipient.of(alert.action()),
        condition.measures(),
        condition.filters());
  }

  /** Whether people are to be told of a group as it is now. */
  public boolean fires(GroupChange change) {
    return new AlertCondition(label.threshold(), measures, filters).meets(change);
  }
}
