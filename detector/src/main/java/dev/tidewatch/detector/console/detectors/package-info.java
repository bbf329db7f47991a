/** The list of detectors, and what each is, does and did. */
@NullMarked
package dev.tidewatch.detector.console.detectors;

import org.jspecify.annotations.NullMarked;
