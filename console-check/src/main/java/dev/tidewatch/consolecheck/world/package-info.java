/** Servers filled with what never happened, for tests and for those who build the console. */
@NullMarked
package dev.tidewatch.consolecheck.world;

import org.jspecify.annotations.NullMarked;
