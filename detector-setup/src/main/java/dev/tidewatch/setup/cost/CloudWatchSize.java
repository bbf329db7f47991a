package dev.tidewatch.setup.cost;

import dev.tidewatch.setup.blueprint.CloudWatchAlarm.Band;
import dev.tidewatch.setup.blueprint.CloudWatchBlueprint;
import java.util.Collection;
import java.util.List;

/**
 * How much CloudWatch has to do for a file.
 *
 * @param sets how many dimensions each published set has
 * @param bands how many alarms watch a band
 * @param others how many other alarms there are
 */
public record CloudWatchSize(List<Integer> sets, long bands, long others) {
  public CloudWatchSize {
    sets = List.copyOf(sets);
  }

  static CloudWatchSize of(CloudWatchBlueprint blueprint) {
    long bands = blueprint.alarms().stream().filter(Band.class::isInstance).count();
    long onStream =
        blueprint.ingestBelow().stream().count() + blueprint.lagAbove().stream().count();
    return new CloudWatchSize(
        blueprint.dimensionSets().stream().map(Collection::size).toList(),
        bands,
        blueprint.alarms().size() - bands + onStream);
  }
}
