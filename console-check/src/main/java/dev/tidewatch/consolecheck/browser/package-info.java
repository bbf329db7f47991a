/** A browser that somebody looks through, and what they must never see there. */
@NullMarked
package dev.tidewatch.consolecheck.browser;

import org.jspecify.annotations.NullMarked;
