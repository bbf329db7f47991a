package dev.tidewatch.scoring.contribution;

/**
 * What one dimension value has in an unexpected change.
 *
 * @param score 0 to 100; 50 and more: this value explains the change
 */
public record Contribution(String dimension, String value, double score) {}
