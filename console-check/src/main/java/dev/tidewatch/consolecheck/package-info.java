/** The proof of the console, in a browser. */
@NullMarked
package dev.tidewatch.consolecheck;

import org.jspecify.annotations.NullMarked;
