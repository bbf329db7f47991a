package dev.tidewatch.detector.console.detectors;

import dev.tidewatch.detector.catalog.Failure;

/**
 * Why a detector failed and what helps.
 *
 * @param what went wrong, in a sentence
 * @param reason as the API answers it
 */
public record FailureWords(String what, String reason, String remedy) {
  static FailureWords of(Failure failure) {
    return switch (failure.type()) {
      case ACTIVATION_FAILURE ->
          new FailureWords(
              "The detector could not be activated.",
              failure.reason(),
              "Mend what the reason names, in the data or with bin/detector-setup, then activate it again: nothing it"
                  + " had learnt is kept from the failed try.");
      case DEACTIVATION_FAILURE ->
          new FailureWords(
              "The detector could not be deactivated.",
              failure.reason(),
              "Activate it again, then deactivate it once more.");
      case BACK_TEST_ACTIVATION_FAILURE ->
          new FailureWords(
              "The backtest could not be run.",
              failure.reason(),
              "A failed backtest cannot be begun again: mend the history the reason names, delete this detector and"
                  + " create it anew.");
      case DELETION_FAILURE ->
          new FailureWords(
              "The detector could not be deleted.", failure.reason(), "Delete it once more.");
      case UNKNOWN_TO_SDK_VERSION ->
          new FailureWords("The detector failed.", failure.reason(), "The server's log says more.");
    };
  }
}
