package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.plan.Change;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAlertRequest;

/** What was made for the file earlier and is in it no more. */
final class Strays {
  private static final String REASON = "no longer in the file";

  private final Parts parts;

  Strays(Parts parts) {
    this.parts = parts;
  }

  List<Change> found() {
    return Stream.concat(alerts(), topics()).toList();
  }

  private Stream<Change> topics() {
    return new TopicStrays(
            parts.clients().sns(), parts.mark(), parts.blueprint().topics(), parts::topicArn)
        .found().stream();
  }

  private Stream<Change> alerts() {
    Optional<String> detector = parts.directory().find();
    if (detector.isEmpty()) {
      return Stream.of();
    }
    Set<String> wanted = new HashSet<>();
    parts.blueprint().alerts().forEach(alert -> wanted.add(alert.name()));
    return AlertResource.of(parts.directory(), detector.get()).stream()
        .filter(alert -> !wanted.contains(alert.alertName()))
        .filter(alert -> parts.mark().isOn(parts.directory().tags(alert.alertArn())))
        .map(this::alert);
  }

  private Change alert(AlertSummary alert) {
    CreateAlertRequest named = CreateAlertRequest.builder().alertName(alert.alertName()).build();
    return Change.delete(new AlertResource(parts.directory(), parts.mark(), named), REASON);
  }
}
