/** What all commands have in common. */
package dev.tidewatch.evaluation.command;
