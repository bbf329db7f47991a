/** The command lines of {@code deploy/*}{@code /submit.sh}. */
@NullMarked
package dev.tidewatch.deploy.command;

import org.jspecify.annotations.NullMarked;
