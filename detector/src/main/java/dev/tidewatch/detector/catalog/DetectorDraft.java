package dev.tidewatch.detector.catalog;

import dev.tidewatch.metricset.interval.IntervalLength;
import org.jspecify.annotations.Nullable;

/** What a user says of a new detector. */
public record DetectorDraft(
    String name,
    @Nullable String description,
    IntervalLength interval,
    @Nullable String kmsKeyArn) {}
