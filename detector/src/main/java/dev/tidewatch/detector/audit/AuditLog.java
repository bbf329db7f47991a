package dev.tidewatch.detector.audit;

/** Where calls that change something are written down. Safe for use by many threads. */
@FunctionalInterface
public interface AuditLog {
  void write(AuditEntry entry);
}
