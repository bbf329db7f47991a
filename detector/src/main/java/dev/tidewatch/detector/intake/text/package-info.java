/**
 * Cuts files into records without holding more than one of them: CSV and JSON lines, in any
 * charset, with limits on what a record and a file may be.
 */
@NullMarked
package dev.tidewatch.detector.intake.text;

import org.jspecify.annotations.NullMarked;
