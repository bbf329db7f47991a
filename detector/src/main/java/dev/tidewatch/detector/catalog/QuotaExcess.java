package dev.tidewatch.detector.catalog;

/**
 * More than there may be.
 *
 * @param code of the quota
 * @param resourceType of what there would be too much
 * @param message which quota, its limit, and what helps
 */
public record QuotaExcess(String code, String resourceType, String message) {}
