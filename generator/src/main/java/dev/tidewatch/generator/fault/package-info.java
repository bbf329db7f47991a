/**
 * What goes wrong on the way: records late, doubled, out of order, damaged, or missing for a whole
 * interval. Which record has which fault is a pure function of seed, series and instant. Start at
 * {@link dev.tidewatch.generator.fault.FaultPlan}.
 */
package dev.tidewatch.generator.fault;
