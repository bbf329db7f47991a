/** Events: what people noted, beside which anomalies are seen. */
@NullMarked
package dev.tidewatch.detector.console.events;

import org.jspecify.annotations.NullMarked;
