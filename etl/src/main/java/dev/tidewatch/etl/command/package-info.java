/** The command line: each command a class, options in, exit code out. */
package dev.tidewatch.etl.command;
