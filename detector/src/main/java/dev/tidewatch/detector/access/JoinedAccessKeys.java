package dev.tidewatch.detector.access;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keys of two places that all hold; of an id that is in both, the first place's. */
public record JoinedAccessKeys(AccessKeys first, AccessKeys second) implements AccessKeys {
  public JoinedAccessKeys {
    requireNonNull(first, "first");
    requireNonNull(second, "second");
  }

  @Override
  public Optional<Credential> find(String id) {
    return first.find(id).or(() -> second.find(id));
  }

  @Override
  public List<AccessKey> list() {
    return Stream.concat(first.list().stream(), second.list().stream()).toList();
  }

  @Override
  public void used(String id, Instant when) {
    (first.find(id).isPresent() ? first : second).used(id, when);
  }
}
