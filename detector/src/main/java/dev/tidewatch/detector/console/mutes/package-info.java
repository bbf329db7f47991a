/** Mutes: of what nobody hears for a while. */
@NullMarked
package dev.tidewatch.detector.console.mutes;

import org.jspecify.annotations.NullMarked;
