package dev.tidewatch.detector.catalog;

import java.time.Instant;
import software.amazon.awssdk.services.lookoutmetrics.model.CreateMetricSetRequest;

/**
 * A dataset as it stands.
 *
 * @param detectorId of the one detector it belongs to; it has no other
 * @param detectorName of the same
 * @param definition all else of it, without detector and tags, with its interval
 */
public record MetricSetEntry(
    long detectorId,
    String detectorName,
    String name,
    CreateMetricSetRequest definition,
    Instant created,
    Instant modified) {}
