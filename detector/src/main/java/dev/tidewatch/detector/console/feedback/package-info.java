/** What people said of anomalies, and what that says of the detectors. */
@NullMarked
package dev.tidewatch.detector.console.feedback;

import org.jspecify.annotations.NullMarked;
