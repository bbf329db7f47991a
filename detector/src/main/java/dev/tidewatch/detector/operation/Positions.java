package dev.tidewatch.detector.operation;

import java.util.List;
import java.util.stream.IntStream;

/** Where a page ended, as the page's token carries it. */
final class Positions {
  private Positions() {}

  /** The number after which a page begins; 0 for the first page. */
  static long number(String position) {
    return position.isEmpty() ? 0 : Long.parseLong(position);
  }

  /** An item of a short list that has its order by itself; its place is counted from 1. */
  record Placed<T>(int place, T item) {
    String position() {
      return String.valueOf(place);
    }
  }

  /** The items of a short list after a place. */
  static <T> List<Placed<T>> from(List<T> all, String after, int most) {
    int begin = (int) Math.min(number(after), all.size());
    int end = Math.min(begin + most, all.size());
    return IntStream.range(begin, end)
        .mapToObj(index -> new Placed<>(index + 1, all.get(index)))
        .toList();
  }
}
