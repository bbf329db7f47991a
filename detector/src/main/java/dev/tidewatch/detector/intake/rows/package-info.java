/**
 * Makes rows of records: checks each, counts what it is, and adds up those of equal dimension
 * values (contract sections 5.3 and 5.5). No input or output.
 */
@NullMarked
package dev.tidewatch.detector.intake.rows;

import org.jspecify.annotations.NullMarked;
