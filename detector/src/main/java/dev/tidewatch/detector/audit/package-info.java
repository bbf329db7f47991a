/** Who changed what by the API, and when: written down for good before the change is answered. */
@NullMarked
package dev.tidewatch.detector.audit;

import org.jspecify.annotations.NullMarked;
