/**
 * What users declared: detectors, their datasets, alerts and tags; the names they go by, the states
 * a detector passes through, and how much of each there may be.
 */
@NullMarked
package dev.tidewatch.detector.catalog;

import org.jspecify.annotations.NullMarked;
