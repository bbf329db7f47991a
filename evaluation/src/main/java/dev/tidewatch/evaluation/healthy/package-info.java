/**
 * Time series that nothing is wrong with, made from seeds: {@link
 * dev.tidewatch.evaluation.healthy.HealthyKind} is a kind of them.
 */
package dev.tidewatch.evaluation.healthy;
