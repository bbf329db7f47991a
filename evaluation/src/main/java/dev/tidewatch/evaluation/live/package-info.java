/**
 * Judges a running detector server from outside: sets up a detector with unmodified AWS clients,
 * listens to its alerts and holds what it found against what the generator hid.
 */
@NullMarked
package dev.tidewatch.evaluation.live;

import org.jspecify.annotations.NullMarked;
