package dev.tidewatch.evaluation.healthy;

/** A time series nothing is wrong with, one value after the other. */
@FunctionalInterface
public interface HealthySignal {
  /** The value of the next interval, which starts then; NaN where there is none. */
  double next(long epochSecond);
}
