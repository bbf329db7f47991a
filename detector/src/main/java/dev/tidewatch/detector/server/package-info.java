/** Puts the parts together: what is configured becomes a running server. */
@NullMarked
package dev.tidewatch.detector.server;

import org.jspecify.annotations.NullMarked;
