package dev.tidewatch.detector.schedule;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.store.Database;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What all runs work with.
 *
 * @param executor on whose threads a large interval is scored
 * @param engines what memory engines may take
 */
public record WorkPlace(
    Database database,
    Datasets datasets,
    DataAccess data,
    Announcements announcements,
    InstantSource clock,
    Executor executor,
    EngineRoom engines,
    RunCounter counter,
    RunObserver observer) {
  public WorkPlace {
    requireNonNull(database, "database");
    requireNonNull(datasets, "datasets");
    requireNonNull(data, "data");
    requireNonNull(announcements, "announcements");
    requireNonNull(clock, "clock");
    requireNonNull(executor, "executor");
    requireNonNull(engines, "engines");
    requireNonNull(counter, "counter");
    requireNonNull(observer, "observer");
  }
}
