package dev.tidewatch.endtoend.benchmark;

import java.time.Duration;

/**
 * What one pass of a job cost.
 *
 * @param cpu of the whole process: garbage collection and compiling as well
 * @param batches those that had records
 */
record Measurement(Duration cpu, Duration wall, long records, long batches) {
  private static final String MARK = "measured ";

  /**
   * Finds the measurement in what a run printed.
   *
   * @throws IllegalStateException when there is none
   */
  static Measurement parse(String output, long records) {
    String[] numbers =
        output
            .lines()
            .filter(line -> line.startsWith(MARK))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the run measured nothing:\n" + output))
            .substring(MARK.length())
            .split(" ");
    return new Measurement(
        Duration.ofNanos(Long.parseLong(numbers[0])),
        Duration.ofNanos(Long.parseLong(numbers[1])),
        records,
        Long.parseLong(numbers[2]));
  }

  double cpuMicrosPerRecord() {
    return cpu.toNanos() / 1e3 / records;
  }

  double recordsPerSecond() {
    return records / (wall.toNanos() / 1e9);
  }

  double cpuMillisPerBatch() {
    return cpu.toNanos() / 1e6 / batches;
  }
}
