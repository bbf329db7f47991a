/** How the server is. */
@NullMarked
package dev.tidewatch.detector.console.system;

import org.jspecify.annotations.NullMarked;
