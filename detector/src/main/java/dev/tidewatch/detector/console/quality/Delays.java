package dev.tidewatch.detector.console.quality;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * How long after their ends intervals were read.
 *
 * @param sentence what most of them kept to, beside the offset
 * @param early those read before the offset was over
 * @param bins from the first that has any to the last
 */
public record Delays(String sentence, int early, int count, List<Bin> bins) {
  private static final int MOST = 95;
  private static final long[] EDGES = {
    0, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 21_600, 86_400
  };

  /** Where a detector that keeps up reads: just after the offset, so there it is told finely. */
  private static final long[] AFTER_OFFSET = {0, 5, 30, 120};

  public Delays {
    bins = List.copyOf(bins);
  }

  /**
   * The intervals read within a stretch after their ends.
   *
   * @param percent of the fullest bin, for a bar
   * @param early whether the offset was not over then
   */
  public record Bin(String label, int count, int percent, boolean early) {}

  /**
   * @param delays of at least one interval
   */
  static Delays of(List<Duration> delays, Duration offset) {
    requireNonNull(offset, "offset");
    List<Duration> sorted = delays.stream().sorted().toList();
    // The nearest rank: at least so many in a hundred are no later.
    Duration most = sorted.get((sorted.size() * MOST + 99) / 100 - 1);
    return new Delays(
        "%d %% of intervals were read within %s of their end; the offset is %s."
            .formatted(MOST, Lengths.exact(most), Lengths.exact(offset)),
        (int) sorted.stream().filter(delay -> delay.compareTo(offset) < 0).count(),
        sorted.size(),
        bins(sorted, offset));
  }

  private static List<Bin> bins(List<Duration> sorted, Duration offset) {
    List<Long> edges = edges(offset.toSeconds());
    int[] counts = new int[edges.size()];
    for (Duration delay : sorted) {
      counts[place(edges, delay.toSeconds())]++;
    }
    int first = place(edges, sorted.get(0).toSeconds());
    int last = place(edges, sorted.get(sorted.size() - 1).toSeconds());
    int highest = 0;
    for (int count : counts) {
      highest = Math.max(highest, count);
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      bins.add(
          new Bin(
              label(edges, i),
              counts[i],
              (int) Math.ceil(100.0 * counts[i] / highest),
              edges.get(i) < offset.toSeconds()));
    }
    return bins;
  }

  private static List<Long> edges(long offset) {
    TreeSet<Long> edges = new TreeSet<>();
    for (long edge : EDGES) {
      edges.add(edge);
    }
    for (long after : AFTER_OFFSET) {
      edges.add(offset + after);
    }
    return List.copyOf(edges);
  }

  private static int place(List<Long> edges, long seconds) {
    int place = edges.size() - 1;
    while (place > 0 && edges.get(place) > seconds) {
      place--;
    }
    return place;
  }

  private static String label(List<Long> edges, int place) {
    String from = Lengths.exact(Duration.ofSeconds(edges.get(place)));
    return place == edges.size() - 1
        ? from + " or more"
        : from + " to " + Lengths.exact(Duration.ofSeconds(edges.get(place + 1)));
  }
}
