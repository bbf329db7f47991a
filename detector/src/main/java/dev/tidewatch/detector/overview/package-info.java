/**
 * What the console shows of all detectors: lanes of severities, pictures of series, lists of
 * groups, what was checked, and what people said. Questions only, of one state of the database
 * each.
 */
@NullMarked
package dev.tidewatch.detector.overview;

import org.jspecify.annotations.NullMarked;
