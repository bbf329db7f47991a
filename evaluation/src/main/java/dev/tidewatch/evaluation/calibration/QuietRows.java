package dev.tidewatch.evaluation.calibration;

/** Rows of a series that nobody labelled, nor any near them. */
final class QuietRows {
  /** Labels say roughly when an event begins and ends; what follows it is still unsettled. */
  static final int MARGIN = 12;

  private QuietRows() {}

  static boolean[] of(boolean[] labelled) {
    boolean[] quiet = new boolean[labelled.length];
    int since = MARGIN + 1;
    for (int row = 0; row < labelled.length; row++) {
      since = labelled[row] ? 0 : since + 1;
      quiet[row] = since > MARGIN;
    }
    int until = MARGIN + 1;
    for (int row = labelled.length - 1; row >= 0; row--) {
      until = labelled[row] ? 0 : until + 1;
      quiet[row] &= until > MARGIN;
    }
    return quiet;
  }
}
