/**
 * What goes wrong in the business: spikes, dips, outages, shifts and drifts, drawn from the seed or
 * asked for, and the labels that tell where they are. Start at {@link
 * dev.tidewatch.generator.anomaly.AnomalyPlan}.
 */
package dev.tidewatch.generator.anomaly;
