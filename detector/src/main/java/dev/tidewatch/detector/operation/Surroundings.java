package dev.tidewatch.detector.operation;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.catalog.Activation;
import dev.tidewatch.detector.catalog.Quotas;
import dev.tidewatch.detector.catalog.ResourceNames;
import dev.tidewatch.detector.store.Database;
import dev.tidewatch.detector.wire.Page;
import dev.tidewatch.detector.wire.Paging;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.ToLongFunction;
import software.amazon.awssdk.services.lookoutmetrics.model.LookoutMetricsRequest;

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

  /** Where a listing of what has numbers comes from. */
  @FunctionalInterface
  interface Numbered<T> {
    /** Up to so many, by their numbers, those after one; 0 begins. */
    List<T> items(long after, int most);
  }

  /** The page a request asks for, of what is listed by its numbers. */
  <T> Page<T> page(LookoutMetricsRequest request, Numbered<T> source, ToLongFunction<T> number) {
    return paging.page(
        request,
        (after, most) -> source.items(Positions.number(after), most),
        item -> String.valueOf(number.applyAsLong(item)));
  }
}
