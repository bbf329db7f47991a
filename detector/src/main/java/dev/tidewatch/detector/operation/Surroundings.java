package dev.tidewatch.detector.operation;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.catalog.Activation;
import dev.tidewatch.detector.catalog.Quotas;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.detector.wire.Paging;
import java.time.Instant;
import java.time.InstantSource;

/** What all operations work with. */
public record Surroundings(
    Database database,
    ResourceNames names,
    Quotas quotas,
    Paging paging,
    InstantSource clock,
    Activation activation) {
  public Surroundings {
    requireNonNull(database, "database");
    requireNonNull(names, "names");
    requireNonNull(quotas, "quotas");
    requireNonNull(paging, "paging");
    requireNonNull(clock, "clock");
    requireNonNull(activation, "activation");
  }

  Instant now() {
    return clock.instant();
  }
}
