/** Finds out how files are written, and shows what they hold (contract sections 5.1 and 6.5). */
@NullMarked
package dev.tidewatch.detector.intake.detect;

import org.jspecify.annotations.NullMarked;
