/** What a detector reads, whether it is there, and what became of it. */
@NullMarked
package dev.tidewatch.detector.console.dataset;

import org.jspecify.annotations.NullMarked;
