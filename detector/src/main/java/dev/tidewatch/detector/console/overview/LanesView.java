package dev.tidewatch.detector.console.overview;

import dev.tidewatch.detector.console.view.View;
import dev.tidewatch.detector.console.words.Times;
import dev.tidewatch.detector.events.NotedEvent;
import dev.tidewatch.detector.overview.Buckets;
import dev.tidewatch.detector.overview.LaneBoard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The swim lanes as they are drawn.
 *
 * @param total how many lanes there are, shown or not
 * @param ticks what stands below some of the columns
 * @param marks where events began; none where they are not shown
 */
public record LanesView(
    Buckets buckets, List<LaneView> lanes, int total, List<Tick> ticks, List<EventMark> marks) {
  private static final int TICKS = 8;

  /** A time below a column. */
  public record Tick(int column, int columns, String label) {}

  static LanesView of(LaneBoard board, List<NotedEvent> events, View view, Times times) {
    return new LanesView(
        board.buckets(),
        board.lanes().stream()
            .map(lane -> LaneView.of(lane, board.buckets(), view, times))
            .toList(),
        board.total(),
        ticks(board.buckets(), times),
        EventMark.of(events, board.buckets(), view, times));
  }

  private static List<Tick> ticks(Buckets buckets, Times times) {
    int step = Math.max(1, (buckets.count() + TICKS - 1) / TICKS);
    List<Tick> ticks = new ArrayList<>();
    for (int column = 0; column < buckets.count(); column += step) {
      ticks.add(
          new Tick(
              column,
              Math.min(step, buckets.count() - column),
              label(buckets, column, step, times)));
    }
    return ticks;
  }

  private static String label(Buckets buckets, int column, int step, Times times) {
    Instant start = buckets.startOf(column);
    boolean days = buckets.width().multipliedBy(step).toHours() >= 20;
    boolean newDay =
        column == 0 || !times.day(start).equals(times.day(buckets.startOf(column - step)));
    if (days) {
      return times.weekday(start);
    }
    return newDay ? times.weekday(start) + " " + times.clock(start) : times.clock(start);
  }

  /** Where the columns begin, in seconds, for who selects some of them. */
  public long start() {
    return buckets.start().getEpochSecond();
  }

  public long width() {
    return buckets.width().toSeconds();
  }
}
