/**
 * Who may call, and how often. {@link RequestGate} is the one entry: it checks a request's
 * signature (AWS Signature Version 4), what the key behind it may do, and the rates Lookout for
 * Metrics allowed.
 *
 * <p>Like AWS, it knows of no replay beyond the clock: a request copied as it was is accepted again
 * for 15 minutes. Use TLS where others can listen; operations are safe to repeat.
 */
@NullMarked
package dev.tidewatch.detector.access;

import org.jspecify.annotations.NullMarked;
