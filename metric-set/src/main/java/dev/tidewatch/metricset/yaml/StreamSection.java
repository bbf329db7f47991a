package dev.tidewatch.metricset.yaml;

import dev.tidewatch.metricset.StartingPosition;
import dev.tidewatch.metricset.StreamName;
import java.util.List;
import java.util.Optional;

/** The section {@code stream}. */
record StreamSection(StreamName name, StartingPosition startingPosition) {
  private static final List<String> KEYS = List.of("name", "startingPosition");
  private static final String NAME_REMEDY = "Use the name of the Kinesis stream, not its ARN";
  private static final String POSITION_REMEDY =
      "Use TRIM_HORIZON, LATEST, or an instant such as 2026-11-20T10:00:00Z";

  static Optional<StreamSection> read(YamlValue section) {
    return section.mapping(KEYS).flatMap(StreamSection::readKeys);
  }

  private static Optional<StreamSection> readKeys(YamlMapping keys) {
    Optional<StreamName> name =
        keys.required("name", "name: ecommerce-live")
            .flatMap(value -> value.as(StreamName::new, NAME_REMEDY));
    StartingPosition position =
        keys.optional("startingPosition")
            .flatMap(
                value -> value.as(StartingPosition::parse, "starting position", POSITION_REMEDY))
            .orElseGet(StartingPosition.TrimHorizon::new);
    return name.map(known -> new StreamSection(known, position));
  }
}
