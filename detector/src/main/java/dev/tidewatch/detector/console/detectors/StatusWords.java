package dev.tidewatch.detector.console.detectors;

import software.amazon.awssdk.services.lookoutmetrics.model.AnomalyDetectorStatus;

/**
 * A status as the original console said it (contract section 10): an icon and a word.
 *
 * @param tone ok, wrong, or quiet
 * @param meaning what the detector does now, in a sentence
 */
public record StatusWords(String icon, String word, String tone, String meaning) {
  public static StatusWords of(AnomalyDetectorStatus status) {
    return switch (status) {
      case INACTIVE, DEACTIVATED ->
          quiet("○", "Inactive", "It reads nothing until it is activated.");
      case ACTIVATING ->
          quiet("…", "Initializing", "It checks its dataset and reads the history there is.");
      case LEARNING ->
          quiet(
              "◔",
              "Learning",
              "It reads every interval, and tells of nothing before it knows what is usual.");
      case ACTIVE ->
          new StatusWords(
              "✓", "Active", "ok", "It reads every interval and tells what is unusual.");
      case BACK_TEST_ACTIVATING ->
          quiet(
              "…", "Activating backtest", "It reads its history and learns from the oldest part.");
      case BACK_TEST_ACTIVE ->
          quiet("◔", "Backtest running", "It scores the newest part of its history.");
      case BACK_TEST_COMPLETE ->
          new StatusWords(
              "✓",
              "Backtest complete",
              "ok",
              "It scored the newest part of its history, and reads nothing more.");
      case DEACTIVATING -> quiet("…", "Deactivating", "It ends the interval under way.");
      case DELETING -> quiet("…", "Deleting", "It and all it found are taken away.");
      case FAILED ->
          new StatusWords("✕", "Failed", "wrong", "It does nothing until the cause is mended.");
      case UNKNOWN_TO_SDK_VERSION -> quiet("?", "Unknown", "This version does not know its state.");
    };
  }

  private static StatusWords quiet(String icon, String word, String meaning) {
    return new StatusWords(icon, word, "quiet", meaning);
  }
}
