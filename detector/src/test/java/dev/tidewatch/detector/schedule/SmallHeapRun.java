package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.intake.Room;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/** In a process of its own: a detector too large for its heap, and one beside it. */
final class SmallHeapRun {
  private SmallHeapRun() {}

  public static void main(String[] arguments) {
    Room room = Room.ofHeap();
    try (Workshop small = new Workshop(Path.of(arguments[0]), room);
        Workshop large = new Workshop(Path.of(arguments[1]), room)) {
      activate(small);
      large.shop.crowd = 20_000;
      large.shop.historyIntervals = 2;
      large.mostMetrics = 1_000_000;
      activate(large);
      small.runThrough(0);
      System.out.println(small.status() + " " + large.status());
      System.out.println(
          Optional.ofNullable(large.detector().failure()).map(each -> each.reason()).orElse(""));
    }
  }

  private static void activate(Workshop workshop) {
    workshop.status(AnomalyDetectorStatus.ACTIVATING);
    workshop.settle();
  }
}
