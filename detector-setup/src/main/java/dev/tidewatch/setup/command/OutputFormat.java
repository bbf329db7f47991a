package dev.tidewatch.setup.command;

/** How a command writes what it found. */
enum OutputFormat {
  /** For people. */
  TABLE,
  /** For programs. */
  JSON
}
