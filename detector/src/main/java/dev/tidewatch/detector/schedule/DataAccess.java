package dev.tidewatch.detector.schedule;

import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.History;
import dev.tidewatch.detector.intake.IntervalSource;

/** Opens what a dataset names. */
public interface DataAccess {
  IntervalSource intervals(Dataset dataset);

  History history(Dataset dataset);
}
