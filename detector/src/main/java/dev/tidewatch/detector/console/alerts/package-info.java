/** Alerts: who is told of what, how it would look, what was told, and their forms. */
@NullMarked
package dev.tidewatch.detector.console.alerts;

import org.jspecify.annotations.NullMarked;
