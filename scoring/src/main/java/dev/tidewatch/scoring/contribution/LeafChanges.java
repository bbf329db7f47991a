package dev.tidewatch.scoring.contribution;

import dev.tidewatch.scoring.cube.Directory;

/**
 * How far each leaf of a measure was from what was expected, over the anomalous intervals.
 *
 * @param deviation value less expected value
 * @param expected the expected value
 * @param variance of the deviation in healthy times, 0 for a leaf of which nothing is known
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared
public record LeafChanges(
    Directory directory, double[] deviation, double[] expected, double[] variance) {

  int leaves() {
    return deviation.length;
  }
}
