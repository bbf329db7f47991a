package dev.tidewatch.detector.operation;

import dev.tidewatch.detector.catalog.Activation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what it is told to do. */
final class RecordedActivation implements Activation {
  final List<String> calls = new CopyOnWriteArrayList<>();

  @Override
  public void activate(long detectorId) {
    calls.add("activate " + detectorId);
  }

  @Override
  public void backTest(long detectorId) {
    calls.add("backTest " + detectorId);
  }

  @Override
  public void deactivate(long detectorId) {
    calls.add("deactivate " + detectorId);
  }

  @Override
  public void delete(long detectorId) {
    calls.add("delete " + detectorId);
  }
}
