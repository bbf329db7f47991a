package dev.tidewatch.detector.schedule;

import static java.util.Objects.requireNonNull;

import dev.tidewatch.detector.catalog.Detector;
import dev.tidewatch.detector.intake.Dataset;
import dev.tidewatch.detector.intake.DatasetMeasure;
import dev.tidewatch.scoring.ScoringSettings;
import dev.tidewatch.scoring.cube.MeasureSettings;
import dev.tidewatch.scoring.group.GroupSettings;
import java.util.List;

/**
 * What a detector does: its dataset and how it is scored.
 *
 * @param mostMetrics measures × dimension combinations at most; rows of further ones are counted
 *     and left out (contract section 5.6)
 * @param forest whether a forest watches, too
 */
record Work(Detector detector, Dataset dataset, int mostMetrics, boolean forest) {
  Work {
    requireNonNull(detector, "detector");
    requireNonNull(dataset, "dataset");
  }

  long id() {
    return detector.id();
  }

  List<String> measures() {
    return dataset.measures().stream().map(DatasetMeasure::name).toList();
  }

  ScoringSettings settings() {
    List<MeasureSettings> measures =
        dataset.measures().stream()
            .map(measure -> MeasureSettings.of(measure.name(), measure.aggregation()))
            .toList();
    ScoringSettings settings =
        new ScoringSettings(
            dataset.length().duration(),
            dataset.zone(),
            measures,
            dataset.dimensions(),
            Math.max(1, mostMetrics / measures.size()),
            GroupSettings.DEFAULT);
    return forest ? settings.withForest() : settings;
  }
}
