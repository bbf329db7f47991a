package dev.tidewatch.consolecheck.world;

import dev.tidewatch.detector.anomaly.FeedbackBook;
import dev.tidewatch.detector.anomaly.FoundGroup;
import dev.tidewatch.detector.anomaly.FoundGroup.Peak;
import dev.tidewatch.detector.anomaly.FoundSeries;
import dev.tidewatch.detector.anomaly.GroupChange;
import dev.tidewatch.detector.anomaly.Groups;
import dev.tidewatch.scoring.feedback.Feedback;
import dev.tidewatch.scoring.feedback.SeriesAnomaly;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Has an anomaly happen again, with what people said of the first one taken into account. */
record LookAlike(Handle handle, long detector, Duration interval) {
  /** The same a while later; answers its id. */
  String of(String group, Duration later) {
    FoundGroup first = Groups.find(handle, detector, group).orElseThrow();
    List<FoundSeries> series =
        Groups.series(handle, first).stream().map(each -> moved(each, later)).toList();
    Groups.closeAll(handle, detector);
    long number = Groups.highestNumber(handle, detector) + 1;
    Feedback feedback = FeedbackBook.read(handle, detector, ZoneOffset.UTC, interval);
    Instant start = first.start().plus(later);
    double told = feedback.adjust(first.severity(), anomaly(first, series, start)).after();
    FoundGroup again =
        new FoundGroup(
            FoundGroup.idOf(detector, first.measure(), number),
            detector,
            first.measure(),
            number,
            start,
            first.end().plus(later),
            first.detected().plus(later),
            first.severity(),
            told,
            true,
            first.scope(),
            moved(first.peak(), later),
            first.contributions(),
            series.size());
    Groups.write(handle, new GroupChange(Optional.empty(), again, series, List.of()));
    return again.id();
  }

  /** As the engine's recorder describes it to the feedback. */
  private SeriesAnomaly anomaly(FoundGroup first, List<FoundSeries> series, Instant start) {
    Peak peak = first.peak();
    double size = Math.abs(peak.value() - peak.expected()) / ((peak.upper() - peak.lower()) / 2);
    return new SeriesAnomaly(
        first.measure(),
        first.scope().values(),
        peak.direction(),
        series.get(0).trouble(),
        size,
        start,
        Duration.between(first.start(), first.end()).plus(interval));
  }

  private static FoundSeries moved(FoundSeries series, Duration later) {
    return new FoundSeries(
        series.number(),
        series.scope(),
        series.severity(),
        moved(series.peak(), later),
        series.trouble());
  }

  private static Peak moved(Peak peak, Duration later) {
    return new Peak(
        peak.interval().plus(later), peak.value(), peak.expected(), peak.lower(), peak.upper());
  }
}
