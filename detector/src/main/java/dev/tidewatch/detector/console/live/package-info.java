/** Tells open pages that what they show has changed. */
@NullMarked
package dev.tidewatch.detector.console.live;

import org.jspecify.annotations.NullMarked;
