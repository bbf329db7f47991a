package dev.tidewatch.etl.kinesis;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which stream to ask for: by name or by ARN.
 *
 * @param name its name; null when it goes by its ARN
 * @param arn its ARN; null when it goes by its name
 */
record StreamAddress(@Nullable String name, @Nullable String arn) implements Serializable {
  StreamAddress {
    if ((name == null) == (arn == null)) {
      throw new IllegalArgumentException("set one of streamName and streamARN");
    }
  }

  Optional<String> byName() {
    return Optional.ofNullable(name);
  }

  /** Its name, which an ARN ends with. */
  String streamName() {
    return name != null ? name : String.valueOf(arn).replaceFirst(".*:stream/", "");
  }

  /** As people know it. */
  @Override
  public String toString() {
    return name != null ? name : String.valueOf(arn);
  }
}
