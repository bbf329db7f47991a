package dev.tidewatch.setup.cost;

/**
 * One thing that costs money.
 *
 * @param part what it belongs to
 * @param what is paid for
 * @param arithmetic how the dollars come about
 * @param dollars a month
 */
public record CostLine(Part part, String what, String arithmetic, double dollars) {
  /** The parts of a bill. */
  public enum Part {
    /** Stream, job, files and alerts: needed whoever finds the anomalies. */
    DATA,
    /** The detector server, on Fargate. */
    DETECTOR,
    /** CloudWatch in place of a detector, as the file says. */
    CLOUDWATCH,
    /** What comes on top when CloudWatch shall watch each series, as a detector does. */
    CLOUDWATCH_ALL,
    /** The service that AWS ended, for comparison. */
    LOOKOUT
  }
}
