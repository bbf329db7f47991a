package dev.tidewatch.detector.benchmark;

import dev.tidewatch.detector.child.JarProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the start of the packaged server's process to its first answer that it is ready. */
record StartSpeed(Ground ground, Path jar, String what, int runs) {
  List<Measure> measure() {
    List<Long> milliseconds = new ArrayList<>();
    long processor = 0;
    for (int run = 0; run < runs; run++) {
      long begun = System.nanoTime();
      try (JarProcess server =
          JarProcess.serve(
              jar,
              ground.station().environment(),
              ground.database().resolveSibling("start.log"),
              ground.database().getParent())) {
        server.awaitReady();
        milliseconds.add((System.nanoTime() - begun) / 1_000_000);
        processor += server.processorTime().toMillis();
      }
    }
    return List.of(
        Measure.median(
            "%s (%d ms of processors)".formatted(what, processor / runs), 3_000, milliseconds));
  }
}
