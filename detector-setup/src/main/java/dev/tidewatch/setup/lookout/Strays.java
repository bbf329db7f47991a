package dev.tidewatch.setup.lookout;

import dev.tidewatch.setup.blueprint.Activation;
import dev.tidewatch.setup.plan.Change;
import dev.tidewatch.setup.plan.Existing.Owner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorSummary;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAlertRequest;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAnomalyDetectorRequest;

/** What was made for the file earlier and is in it no more. */
final class Strays {
  private static final String REASON = "no longer in the file";

  private final Parts parts;
  private final List<String> notes = new ArrayList<>();

  Strays(Parts parts) {
    this.parts = parts;
  }

  List<Change> found() {
    return Stream.of(alerts(), topics(), rolesOfOurDetector()).flatMap(changes -> changes).toList();
  }

  /**
   * Detectors of another name: they go before the file's own comes, as names of alerts are an
   * account's. Their roles go before them, since it is by the detector that they are found.
   */
  List<Change> detectors() {
    return parts.directory().all().stream()
        .filter(detector -> !detector.anomalyDetectorName().equals(parts.directory().name()))
        .filter(detector -> parts.mark().isOn(detector.tags()))
        .flatMap(this::detector)
        .toList();
  }

  private Stream<Change> detector(AnomalyDetectorSummary detector) {
    Directory directory = parts.directory().of(detector);
    Running running = new Running(directory, Activation.NONE);
    CreateAnomalyDetectorRequest named =
        CreateAnomalyDetectorRequest.builder().anomalyDetectorName(directory.name()).build();
    return Stream.of(
            running.isRunning() ? Stream.of(Change.delete(running, REASON)) : Stream.<Change>of(),
            roles(directory.name()),
            Stream.of(Change.delete(new DetectorResource(directory, parts.mark(), named), REASON)))
        .flatMap(changes -> changes);
  }

  /** Whoever gives roles of their own need not be allowed to look at any. */
  private Stream<Change> roles(String detector) {
    try {
      return parts.rolesNoLongerNeeded(detector).stream()
          .filter(role -> role.existing().filter(each -> each.owner() == Owner.OURS).isPresent())
          .map(role -> Change.delete(role, REASON))
          .toList()
          .stream();
    } catch (SdkException unseen) {
      notes.add(
          "Whether roles that were made for detector '"
              + detector
              + "' earlier are left cannot be seen: "
              + unseen.getMessage());
      return Stream.of();
    }
  }

  private Stream<Change> rolesOfOurDetector() {
    boolean ours =
        parts.directory().all().stream()
            .filter(each -> each.anomalyDetectorName().equals(parts.directory().name()))
            .anyMatch(each -> parts.mark().isOn(each.tags()));
    return ours ? roles(parts.directory().name()) : Stream.of();
  }

  /** What could not be looked at. */
  List<String> notes() {
    return List.copyOf(notes);
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
