/** The figures of the console: what bin/console-check prints. */
@NullMarked
package dev.tidewatch.consolecheck.check;

import org.jspecify.annotations.NullMarked;
