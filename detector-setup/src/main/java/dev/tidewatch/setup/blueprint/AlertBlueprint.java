package dev.tidewatch.setup.blueprint;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateAlertRequest;

/**
 * An alert that shall be.
 *
 * @param request what is asked of the API, without the detector's ARN; without a role when it is
 *     made here, and without a topic's ARN when {@code topic} names one of the file
 * @param topic the topic of the file that is told, if it is one of those
 */
public record AlertBlueprint(CreateAlertRequest request, Optional<String> topic) {
  public AlertBlueprint {
    requireNonNull(request, "request");
    requireNonNull(topic, "topic");
  }

  /** The alert's name. */
  public String name() {
    return request.alertName();
  }
}
