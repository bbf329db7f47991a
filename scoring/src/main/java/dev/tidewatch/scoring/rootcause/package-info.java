/**
 * Which part of a cube explains an unexpected change: from the leaves of one measure, each with its
 * value and what was expected of it, to the few scopes that changed. Start at {@link
 * dev.tidewatch.scoring.rootcause.RootCauseSearch}.
 */
package dev.tidewatch.scoring.rootcause;
