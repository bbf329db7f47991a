/** Where reading begins: {@link DataSources} opens what a data set names. */
@NullMarked
package dev.tidewatch.detector.intake.source;

import org.jspecify.annotations.NullMarked;
