/** What the server's owner types: one class for each command. */
@NullMarked
package dev.tidewatch.detector.command;

import org.jspecify.annotations.NullMarked;
