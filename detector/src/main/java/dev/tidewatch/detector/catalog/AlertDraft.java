package dev.tidewatch.detector.catalog;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lookoutmetrics.model.Action;
import software.amazon.awssdk.services.lookoutmetrics.model.AlertFilters;

/** What a user says of an alert, new or changed. */
public record AlertDraft(
    @Nullable String description, int threshold, Action action, @Nullable AlertFilters filters) {}
