/** What a month costs: {@link dev.tidewatch.setup.cost.Estimate}, by the prices of a file. */
@org.jspecify.annotations.NullMarked
package dev.tidewatch.setup.cost;
