/** Deploys, campaigns, holidays and other events that people note, to see anomalies beside them. */
@NullMarked
package dev.tidewatch.detector.events;

import org.jspecify.annotations.NullMarked;
