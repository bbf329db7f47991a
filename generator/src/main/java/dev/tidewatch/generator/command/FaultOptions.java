package dev.tidewatch.generator.command;

import dev.tidewatch.generator.fault.FaultRates;
import picocli.CommandLine.Option;

/** What goes wrong on the way. */
public final class FaultOptions {
  @Option(
      names = "--late-rate",
      paramLabel = "0..1",
      description = "Share of records that come after their interval has closed.")
  private double late;

  @Option(
      names = "--duplicate-rate",
      paramLabel = "0..1",
      description = "Share of records that come twice.")
  private double duplicate;

  @Option(
      names = "--out-of-order-rate",
      paramLabel = "0..1",
      description = "Share of records that come after later ones, but in time.")
  private double outOfOrder;

  @Option(
      names = "--malformed-rate",
      paramLabel = "0..1",
      description = "Share of records that cannot be read: empty, cut off, no UTF-8, foreign.")
  private double malformed;

  @Option(
      names = "--missing-interval-rate",
      paramLabel = "0..1",
      description = "Share of intervals of which nothing comes at all.")
  private double missingInterval;

  FaultRates rates() {
    return new FaultRates(late, duplicate, outOfOrder, malformed, missingInterval);
  }
}
