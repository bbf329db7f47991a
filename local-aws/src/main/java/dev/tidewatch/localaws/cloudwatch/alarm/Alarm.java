package dev.tidewatch.localaws.cloudwatch.alarm;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tidewatch.localaws.protocol.Tags;
import java.time.Instant;

/** An alarm. A change makes a new one. */
record Alarm(String arn, AlarmSettings settings, AlarmState state, Instant configured, Tags tags) {
  Alarm {
    requireNonNull(arn, "arn");
    requireNonNull(settings, "settings");
    requireNonNull(state, "state");
    requireNonNull(configured, "configured");
    requireNonNull(tags, "tags");
  }

  String name() {
    return settings.name();
  }

  Alarm with(AlarmSettings other, Instant now) {
    return new Alarm(arn, other, state, now, tags);
  }

  Alarm with(AlarmState other) {
    return new Alarm(arn, settings, other, configured, tags);
  }

  Alarm with(Tags other) {
    return new Alarm(arn, settings, state, configured, other);
  }

  /** As answers have it. */
  ObjectNode json() {
    ObjectNode json = settings.json();
    json.put("AlarmArn", arn)
        .put("AlarmConfigurationUpdatedTimestamp", configured.toString())
        .put("StateValue", state.value().name())
        .put("StateReason", state.reason())
        .put("StateUpdatedTimestamp", state.updated().toString())
        .put("StateTransitionedTimestamp", state.since().toString());
    return state.data().isEmpty() ? json : json.put("StateReasonData", state.data());
  }
}
