/**
 * Trials: backtests of other settings, what they would have found, and how two of them differ.
 * {@link dev.tidewatch.detector.trial.Trials} begins, ends and promotes them, {@link
 * dev.tidewatch.detector.trial.TrialStates} says how far they are, {@link
 * dev.tidewatch.detector.trial.TrialResults} what came of them.
 */
@NullMarked
package dev.tidewatch.detector.trial;

import org.jspecify.annotations.NullMarked;
