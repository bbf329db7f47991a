/**
 * Runs detectors: learns from history, takes in interval after interval when each is due, scores
 * backtests. What an interval changes is committed in one transaction, so that a crash at any
 * instant repeats or loses nothing.
 */
@NullMarked
package dev.tidewatch.detector.schedule;

import org.jspecify.annotations.NullMarked;
