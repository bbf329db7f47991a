/** What a detector would have found in the past: {@link dev.tidewatch.setup.backtest.Rehearsal}. */
@org.jspecify.annotations.NullMarked
package dev.tidewatch.setup.backtest;
