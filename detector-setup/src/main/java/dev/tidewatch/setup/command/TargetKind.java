package dev.tidewatch.setup.command;

import java.util.Locale;

/** The system that finds anomalies. */
enum TargetKind {
  LOOKOUT,
  CLOUDWATCH;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
