/** The first page: swim lanes and the list of anomalies. */
@NullMarked
package dev.tidewatch.detector.console.overview;

import org.jspecify.annotations.NullMarked;
