/**
 * The command line: what its options mean together, and how a run is watched, stopped and summed
 * up. Start at {@link dev.tidewatch.generator.command.GeneratorRun}.
 */
package dev.tidewatch.generator.command;
