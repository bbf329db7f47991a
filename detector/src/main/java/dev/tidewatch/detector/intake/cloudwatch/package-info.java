/** Reads metrics of CloudWatch as if they were the records of an interval. */
@NullMarked
package dev.tidewatch.detector.intake.cloudwatch;

import org.jspecify.annotations.NullMarked;
