package dev.tidewatch.scoring.rootcause;

import java.util.Set;

/**
 * Leaves of which one knows what happened to them.
 *
 * @param truth the scopes that changed, as {@link CauseScope#toString} writes them; none when
 *     nothing did
 */
record GeneratedCase(LeafTable leaves, Set<String> truth) {}
