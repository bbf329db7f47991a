package dev.tidewatch.generator.command;

/** Where records go. */
enum SinkKind {
  kinesis,
  file,
  stdout
}
