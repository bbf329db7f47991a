package dev.tidewatch.detector.server;

import dev.tidewatch.detector.alerting.AlertDesk;
import dev.tidewatch.detector.alerting.AlertDispatcher;
import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.console.live.LiveFeed;
import dev.tidewatch.detector.schedule.Announcements;
import dev.tidewatch.metricset.interval.Interval;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Hands what runs announce to those who decide and send, and to open pages. */
record Alerting(AlertDesk desk, AlertDispatcher dispatcher, LiveFeed pages)
    implements Announcements {
  @Override
  public void changed(Handle handle, long detector, List<GroupChange> changes, Instant now) {
    desk.decide(handle, detector, changes, now);
  }

  @Override
  public void missing(
      Handle handle, long detector, Interval interval, int missing, String reason, Instant now) {
    desk.dataMissing(handle, detector, interval, missing, reason, now);
  }

  @Override
  public void back(Handle handle, long detector, Interval interval, int missing, Instant now) {
    desk.dataBack(handle, detector, interval, missing, now);
  }

  @Override
  public void committed() {
    dispatcher.wake();
    pages.changed();
  }
}
