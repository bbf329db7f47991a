package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.anomaly.SeriesNumbers;
import dev.tidewatch.scoring.ScoringEngine;

/**
 * An engine in memory, at the last committed interval. Once it has scored an interval whose commit
 * failed, it is of no use any more and is read anew.
 */
record LiveEngine(ScoringEngine engine, SeriesNumbers numbers) {}
