/** How findings are said: headlines, numbers, times. */
@NullMarked
package dev.tidewatch.detector.console.words;

import org.jspecify.annotations.NullMarked;
