package dev.tidewatch.detector.server;

import dev.tidewatch.detector.audit.AuditEntry;
import dev.tidewatch.detector.audit.AuditLog;
import dev.tidewatch.detector.console.live.LiveFeed;

/** Tells open pages of whatever somebody changed, by the API or another page. */
record ToldChanges(AuditLog log, LiveFeed pages) implements AuditLog {
  @Override
  public void write(AuditEntry entry) {
    log.write(entry);
    pages.changed();
  }
}
