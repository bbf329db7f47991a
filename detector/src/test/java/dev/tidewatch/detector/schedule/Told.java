package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.metricset.interval.Interval;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Keeps what was announced in the database, in the transaction, as alerting does. */
final class Told implements Announcements {
  @Override
  public void changed(Handle handle, long detector, List<GroupChange> changes, Instant now) {
    for (GroupChange change : changes) {
      String kind =
          change.before().isEmpty() ? "opened" : change.after().open() ? "grew" : "closed";
      note(handle, kind + " " + change.after().measure() + " " + change.after().scope());
    }
  }

  @Override
  public void missing(
      Handle handle, long detector, Interval interval, int missing, String reason, Instant now) {
    note(handle, "missing " + missing);
  }

  @Override
  public void back(Handle handle, long detector, Interval interval, int missing, Instant now) {
    note(handle, "back after " + missing);
  }

  @Override
  public void committed() {}

  private static void note(Handle handle, String text) {
    handle.execute("CREATE TABLE IF NOT EXISTS told (text TEXT)");
    handle.execute("INSERT INTO told VALUES (?)", text);
  }

  static List<String> all(Handle handle) {
    handle.execute("CREATE TABLE IF NOT EXISTS told (text TEXT)");
    return handle.createQuery("SELECT text FROM told ORDER BY rowid").mapTo(String.class).list();
  }
}
